// Everything Notifieringar needs in one resource group: storage, the function app (Flex Consumption, custom handler), SMS, secrets and
// telemetry. The app has one identity of its own and reaches everything but SendGrid with it.
targetScope = 'resourceGroup'

@description('Stands first in every name: lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'notiser'

@description('Where everything but Communication Services is placed. It must offer Flex Consumption.')
param location string = resourceGroup().location

@description('Where families reach the app, without a slash at the end. It stands in every letter and message, so decide it before the first is sent. Empty: the app\'s own address.')
param publicUrl string = ''

@description('SendGrid API key with the right Mail Send.')
@secure()
param mailApiKey string

@description('Which of SendGrid\'s regions the API key belongs to.')
@allowed(['eu', 'global'])
param mailRegion string = 'eu'

@description('At least 32 random bytes in base64 (openssl rand -base64 32). A new value makes every printed answer code worthless, so keep it.')
@secure()
@minLength(44)
param answerCodesKey string

@description('At least 16 random bytes in base64 (openssl rand -base64 32). A new value makes every remembered opt-out unknown, so keep it.')
@secure()
@minLength(24)
param contactsHashKey string

@description('The secret in the address given to Event Grid: <publicUrl>/hooks/sms?secret=<this>. Letters and digits.')
@secure()
@minLength(32)
param smsHookSecret string

@description('Subscribes to receipts of SMS. Event Grid asks the app at once whether the subscription is ours, so set it when the app is uploaded and answers.')
param smsReceipts bool = false

@description('Event Grid brings an Entra token for the app registration of the sign-in, and the app takes no SMS event without it.')
param smsHookToken bool = false

@description('SendGrid\'s verification key of the signed event webhook, posted to <publicUrl>/hooks/mail. It is a public key. Empty: the hook answers 503.')
param mailHookPublicKey string = ''

@description('Application (client) id of the Entra app registration by which staff sign in; its redirect address is <publicUrl>/.auth/login/aad/callback. Empty: staff\'s pages stay shut.')
param signInClientId string = ''

@description('A client secret of that registration.')
@secure()
param signInClientSecret string = ''

@description('SMS a minute for all instances together; 600 is the limit for alphanumeric senders.')
@minValue(0)
param smsPerMinute int = 600

@description('E-mails a minute for all instances together; 0 is no limit.')
@minValue(0)
param mailPerMinute int = 0

@description('The largest number of instances.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Memory of an instance in MB. The browser that prints letters needs 2048.')
@allowed([2048, 4096])
param instanceMemoryMB int = 2048

@description('Where Communication Services keeps its data.')
param communicationDataLocation string = 'Europe'

@description('Days that logs are kept. They hold ids and counts, no personal data.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('What runs the app: custom is the package that the publish command makes; dotnet-isolated is for a build with the official SDKs (-p:Sdk=official).')
@allowed(['custom', 'dotnet-isolated'])
param runtimeName string = 'custom'

@description('The runtime\'s version: 1.0 of custom, 10.0 of dotnet-isolated.')
param runtimeVersion string = '1.0'

@description('Where traces and metrics are sent by OTLP, such as a collector\'s address. Empty: nowhere; the host\'s log goes to Application Insights all the same.')
param otlpEndpoint string = ''

@description('Headers of that endpoint, such as an ingestion key, as name=value pairs with commas.')
@secure()
param otlpHeaders string = ''

@description('Who is told by e-mail when something needs a person (docs/operations.md). Empty: no alerts.')
param alertEmail string = ''

@description('What the resource group may cost in a month, in the subscription\'s currency, before that person is told. 0: no budget.')
@minValue(0)
param monthlyBudget int = 0

@description('The first day of the budget\'s first month, yyyy-MM-01. Azure never lets it change: every later deployment gives the first one\'s.')
param budgetFrom string = utcNow('yyyy-MM-01')

var suffix = uniqueString(resourceGroup().id, name)
var appHost = '${name}-${suffix}'
var address = empty(publicUrl) ? 'https://${appHost}.azurewebsites.net' : publicUrl
var packageContainer = 'app-package'
var smsSubscriptionName = 'sms-receipts'

// Event Grid's own application in every tenant of the public cloud.
var eventGrid = '4962773b-9cdb-44cf-a8bf-237846a00ab7'

// Built-in roles.
var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner: the Functions host keeps locks and keys in blobs
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
  communicationOwner: '09976791-48a7-449e-bb21-39d1a415f350' // Communication and Email Service Owner: there is no role that only sends
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb' // Monitoring Metrics Publisher
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-app'
  location: location
}

// ---- Storage: people, ledger, queues, imports, letters, and the app's package ----

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${name}${suffix}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false // identities only: no key that opens everything
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource package 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: packageContainer
  properties: { publicAccess: 'None' }
}

// Tables, queues and the other containers are created by the app when first used.
resource storageRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [
  roles.blobOwner
  roles.queueContributor
  roles.tableContributor
]: {
  name: guid(storage.id, identity.id, role)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

// ---- Secrets: those that no identity can replace ----

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}${suffix}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true // a lost AnswerCodes__Key or Contacts__HashKey cannot be made again
    enableSoftDelete: true
  }
}

resource mailKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'mail-api-key'
  properties: { value: mailApiKey }
}

resource codesKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'answer-codes-key'
  properties: { value: answerCodesKey }
}

resource hashKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'contacts-hash-key'
  properties: { value: contactsHashKey }
}

resource smsHook 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'sms-hook-secret'
  properties: { value: smsHookSecret }
}

resource signInSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(signInClientId) && !empty(signInClientSecret)) { // left out, the one in the vault stays
  parent: vault
  name: 'sign-in-client-secret'
  properties: { value: signInClientSecret }
}

resource otlpSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(otlpHeaders)) {
  parent: vault
  name: 'otlp-headers'
  properties: { value: otlpHeaders }
}

resource vaultRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, roles.secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsUser)
  }
}

// ---- SMS ----

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: '${name}-${suffix}'
  location: 'global'
  properties: { dataLocation: communicationDataLocation }
}

resource communicationRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, identity.id, roles.communicationOwner)
  scope: communication
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.communicationOwner)
  }
}

// Receipts and messages from people. The secret is part of the address; with smsHookToken a token of ours comes along as well.
resource smsTopic 'Microsoft.EventGrid/systemTopics@2022-06-15' = if (smsReceipts) {
  name: '${name}-sms'
  location: 'global'
  properties: {
    source: communication.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

resource smsSubscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = if (smsReceipts) {
  parent: smsTopic
  name: smsSubscriptionName
  properties: {
    eventDeliverySchema: 'EventGridSchema' // CloudEvents ask by OPTIONS, which may not reach the app
    destination: {
      endpointType: 'WebHook'
      properties: {
        #disable-next-line use-secure-value-for-secure-inputs // the secret in it is a secure parameter, and Azure never shows it again
        endpointUrl: '${address}/hooks/sms?secret=${smsHookSecret}'
        maxEventsPerBatch: 100
        preferredBatchSizeInKilobytes: 256
        azureActiveDirectoryTenantId: smsHookToken ? tenant().tenantId : null
        azureActiveDirectoryApplicationIdOrUri: smsHookToken ? signInClientId : null
      }
    }
    filter: {
      includedEventTypes: [
        'Microsoft.Communication.SMSDeliveryReportReceived'
        'Microsoft.Communication.SMSReceived'
      ]
    }
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
  }
  dependsOn: [app, signIn] // the app is asked at once, with a token where there is one
}

// ---- Telemetry ----

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logRetentionDays
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    DisableLocalAuth: true
  }
}

resource insightsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, roles.metricsPublisher)
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
  }
}

// ---- The function app ----

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appHost
  location: location
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'app' } // by which azd finds where to upload
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    functionAppConfig: {
      runtime: { name: runtimeName, version: runtimeVersion }
      scaleAndConcurrency: { maximumInstanceCount: maximumInstanceCount, instanceMemoryMB: instanceMemoryMB }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      // Names as in docs/architecture.md.
      appSettings: [
        { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId } // which identity DefaultAzureCredential takes
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
        { name: 'AzureWebJobsStorage__blobServiceUri', value: storage.properties.primaryEndpoints.blob }
        { name: 'AzureWebJobsStorage__queueServiceUri', value: storage.properties.primaryEndpoints.queue }
        { name: 'AzureWebJobsStorage__tableServiceUri', value: storage.properties.primaryEndpoints.table }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${identity.properties.clientId};Authorization=AAD' }
        { name: 'OTEL_SERVICE_NAME', value: appHost }
        { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
        { name: 'OTEL_EXPORTER_OTLP_HEADERS', value: empty(otlpHeaders) ? '' : '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=otlp-headers)' }
        { name: 'PublicUrl', value: address }
        { name: 'Sms__Endpoint', value: 'https://${communication.properties.hostName}' }
        { name: 'Sms__PerMinute', value: string(smsPerMinute) }
        { name: 'Mail__ApiKey', value: '@Microsoft.KeyVault(SecretUri=${mailKey.properties.secretUri})' }
        { name: 'Mail__Region', value: mailRegion }
        { name: 'Mail__PerMinute', value: string(mailPerMinute) }
        { name: 'AnswerCodes__Key', value: '@Microsoft.KeyVault(SecretUri=${codesKey.properties.secretUri})' }
        { name: 'Contacts__HashKey', value: '@Microsoft.KeyVault(SecretUri=${hashKey.properties.secretUri})' }
        { name: 'Hooks__SmsSecret', value: '@Microsoft.KeyVault(SecretUri=${smsHook.properties.secretUri})' }
        { name: 'Hooks__SmsSubscription', value: smsSubscriptionName }
        { name: 'Hooks__SmsCaller', value: smsHookToken ? eventGrid : '' }
        { name: 'Hooks__MailPublicKey', value: mailHookPublicKey }
        { name: 'Access__TrustSignIn', value: empty(signInClientId) ? 'false' : 'true' } // only where the sign-in below stands before the app
        { name: 'SIGN_IN_CLIENT_SECRET', value: empty(signInClientId) ? '' : '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=sign-in-client-secret)' }
      ]
    }
  }
  // Without its roles the app would start and fail.
  dependsOn: [storageRoles, vaultRole, communicationRole, insightsRole, package, signInSecret, otlpSecret]
}

// App Service Authentication: it takes the header that says who has signed in from every client, and writes it itself. Families come without
// signing in, so nobody is turned away here: the app asks for a role on staff's pages. Only people of this tenant can sign in.
resource signIn 'Microsoft.Web/sites/config@2024-04-01' = if (!empty(signInClientId)) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true }
    globalValidation: { unauthenticatedClientAction: 'AllowAnonymous' }
    httpSettings: { requireHttps: true }
    login: { tokenStore: { enabled: false } }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: signInClientId
          clientSecretSettingName: 'SIGN_IN_CLIENT_SECRET'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: { allowedAudiences: [signInClientId] }
      }
    }
  }
  dependsOn: [signInSecret]
}

// ---- Who is told when something needs a person ----

module alerts 'alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  params: {
    name: name
    location: location
    email: alertEmail
    healthUrl: '${address}/halsa'
    insightsId: insights.id
    workspaceId: logs.id
    smsTopicId: smsReceipts ? smsTopic.id : ''
    monthlyBudget: monthlyBudget
    budgetFrom: budgetFrom
  }
}

@description('The app\'s own address.')
output appUrl string = 'https://${app.properties.defaultHostName}'

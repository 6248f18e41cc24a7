// Who is told, and of what. Each rule is named in docs/operations.md with the page that says what to do. Rules that read the log look for
// sentences that the app writes; a test holds that it still writes them. Nothing here sees a name, an address or a text.
targetScope = 'resourceGroup'

@description('Stands first in every name.')
param name string

@description('Where rules that read the log are placed.')
param location string

@description('Who is told.')
param email string

@description('The address that is asked every five minutes whether the app works.')
param healthUrl string

@description('Application Insights.')
param insightsId string

@description('Its workspace.')
param workspaceId string

@description('Event Grid\'s topic of SMS receipts; empty when there is none.')
param smsTopicId string

@description('What a month may cost; 0 for no budget.')
param monthlyBudget int

@description('The first day of the budget.')
param budgetFrom string

// Severity 1: at once. 2: the same day. 3: look.
var logRules = [
  {
    name: 'problems'
    severity: 2
    says: 'Work failed for good, five times over.'
    query: 'AppTraces | where Message has "It stands under Problems"'
    threshold: 0
  }
  {
    name: 'letters'
    severity: 2
    says: 'The browser failed while it printed letters.'
    query: 'AppTraces | where Message has "The browser failed ("'
    threshold: 0
  }
  {
    name: 'stopped'
    severity: 2
    says: 'Somebody has stopped what leaves.'
    query: 'AppTraces | where Message has "Sending is stopped for"'
    threshold: 0
  }
  {
    name: 'hooks'
    severity: 2
    says: 'Providers\' posts are refused: a secret or a key is not the right one.'
    query: 'AppTraces | where Message has_any ("SMS events with a wrong secret were refused", "SMS events with the right secret, but without the token", "E-mail events were refused", "SMS events are refused", "E-mail events are refused")'
    threshold: 5
  }
  {
    name: 'doors'
    severity: 3
    says: 'Very many calls are refused.'
    query: 'AppTraces | where Message has "Refused: " and Message has_any ("401", "429")'
    threshold: 300
  }
  {
    name: 'retention'
    severity: 3
    says: 'Nothing has been removed by its age for two days.'
    query: 'AppTraces | where Message has "What is too old in" | summarize rounds = count() | where rounds == 0'
    threshold: 0
  }
  {
    name: 'errors'
    severity: 2
    says: 'Many errors in the log.'
    query: 'AppTraces | where SeverityLevel >= 3'
    threshold: 20
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [{ name: 'operations', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in logRules: {
  name: '${name}-${rule.name}'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: '${name}-${rule.name}'
    description: '${rule.says} docs/operations.md says what to do.'
    severity: rule.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    overrideQueryTimeRange: rule.name == 'retention' ? 'P2D' : null
    autoMitigate: true
    skipQueryValidation: true // the table comes with the first line of the log
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: rule.threshold
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}]

resource health 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-health'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insightsId}': 'Resource' }
  properties: {
    SyntheticMonitorId: '${name}-health'
    Name: '${name}-health'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-gb-db3-azr' }
      { Id: 'emea-fr-pra-edge' }
    ]
    Request: { RequestUrl: healthUrl, HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource down 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-down'
  location: 'global'
  properties: {
    description: '/halsa does not answer 200 from two places or more. docs/operations.md says what to do.'
    severity: 1
    enabled: true
    scopes: [health.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: health.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource receipts 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!empty(smsTopicId)) {
  name: '${name}-receipts'
  location: 'global'
  properties: {
    description: 'Receipts of SMS do not reach the app. docs/operations.md says what to do.'
    severity: 2
    enabled: true
    scopes: [smsTopicId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'failed'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'DeliveryAttemptFailCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 20
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = if (monthlyBudget > 0) {
  name: '${name}-budget'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetFrom }
    notifications: {
      forecast: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Forecasted', contactEmails: [email] }
      spent: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Actual', contactEmails: [email] }
    }
  }
}

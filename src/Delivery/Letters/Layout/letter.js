// Run once in the document before it is printed: fits the addresses, lays the texts over the sheets, takes out what does not fit.
// Reads and writes are kept in separate passes, because a layout after every write would take seconds for 500 letters.
(async () => {
  await Promise.all([...document.fonts].map(face => face.load()));

  const fits = box => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
  const letters = [...document.querySelectorAll('.letter')].map(element => ({
    element,
    to: element.querySelector('.to'),
    sender: element.querySelector('.sender'),
    flows: [...element.querySelectorAll('.flow')],
    primary: element.querySelector('.text.primary'),
    swedish: element.querySelector('.text.swedish'),
    problem: null,
  }));

  // The post reads 10 to 12 points: take the largest that keeps the whole address in the window.
  let tooLong = letters.filter(letter => !fits(letter.to));
  for (const size of ['11.5pt', '11pt', '10.5pt', '10pt']) {
    for (const letter of tooLong) letter.to.style.fontSize = size;
    tooLong = tooLong.filter(letter => !fits(letter.to));
  }
  for (const letter of tooLong) letter.problem = 'AddressTooLong';
  for (const letter of letters.filter(letter => !fits(letter.sender))) letter.problem ??= 'SenderTooLong';

  // Both languages on the front; else Swedish on the back; else each language on a sheet of its own.
  const ofTwo = letters.filter(letter => letter.swedish && !fits(letter.flows[0]));
  for (const letter of ofTwo) letter.flows[1].append(letter.swedish);
  const crowded = letters.filter(letter => !letter.flows.every(fits));

  const addSheet = letter => {
    for (let side = 0; side < 2; side++) {
      const page = letter.flows[1].parentElement.cloneNode(true);
      page.firstElementChild.replaceChildren();
      letter.element.append(page);
      letter.flows.push(page.firstElementChild);
    }
  };

  // Moves whole paragraphs on to the following page until this one fits; a heading never stays behind alone.
  const flow = (letter, text, page) => {
    if (page === letter.flows.length) addSheet(letter);
    if (page >= 4) return -1;
    const box = letter.flows[page];
    if (text.parentElement !== box) box.append(text);
    if (fits(box)) return page;
    const rest = text.cloneNode(false);
    while (!fits(box) && text.lastElementChild) rest.prepend(text.lastElementChild);
    while (text.lastElementChild && /^H[12]$/.test(text.lastElementChild.tagName)) rest.prepend(text.lastElementChild);
    if (!text.lastElementChild) return -1;
    return flow(letter, rest, page + 1);
  };

  for (const letter of crowded) {
    letter.swedish?.remove();
    let last = flow(letter, letter.primary, 0);
    if (last >= 0 && letter.swedish) {
      const start = last + 1;
      last = start < 4 ? flow(letter, letter.swedish, start) : -1;
    }
    if (last < 0) letter.problem ??= 'Overflow';
  }

  for (const letter of letters) {
    const turn = letter.element.querySelector('.turn');
    if (turn && letter.swedish.parentElement !== letter.flows[0]) turn.style.visibility = 'visible';
    else turn?.remove();
  }
  // A preview keeps them: whoever writes the text wants to see what is wrong.
  if (!document.body.hasAttribute('data-keep')) for (const letter of letters) if (letter.problem) letter.element.remove();
  return letters.map(letter => ({
    index: Number(letter.element.dataset.index),
    pages: letter.flows.length,
    problem: letter.problem,
  }));
})()

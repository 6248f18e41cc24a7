// Run after letter.js in a preview: gives back the pages as they are laid out, and where the front page has ink, in millimetres of the sheet.
(() => {
  const front = document.querySelector('.page.front');
  const sheet = front.getBoundingClientRect();
  const pen = document.createElement('canvas').getContext('2d');
  // The line's box is taller than its letters: what a window must show, or not, is the ink.
  const ink = (text, line) => {
    const style = getComputedStyle(text.parentElement);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const size = pen.measureText(text.data.trim());
    const top = line.top + size.fontBoundingBoxAscent - size.actualBoundingBoxAscent;
    return { left: line.left, top, width: line.width, height: size.actualBoundingBoxAscent + size.actualBoundingBoxDescent };
  };
  const box = rect => [rect.left - sheet.left, rect.top - sheet.top, rect.width, rect.height].map(pixels => pixels * 25.4 / 96);
  const boxes = [...front.querySelectorAll('.qr, .fold')].map(element => ({ address: false, box: box(element.getBoundingClientRect()) }));
  const words = document.createTreeWalker(front, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    if (!words.currentNode.data.trim() || getComputedStyle(words.currentNode.parentElement).visibility === 'hidden') continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const address = words.currentNode.parentElement.closest('.to') !== null;
    for (const rect of range.getClientRects()) boxes.push({ address, box: box(ink(words.currentNode, rect)) });
  }
  return { html: document.body.innerHTML, boxes };
})()

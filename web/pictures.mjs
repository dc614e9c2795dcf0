// A chart's SVG as PNG: drawn by the browser, at twice its size, in the page's own font where that has come.

/** @typedef {import('./drawing.mjs').Font} Font */

const kScale = 2;

/** @param {string} svg as the core writes it for a file @param {Font[]} fonts @returns {Promise<Blob | null>} */
export async function draw_png(svg, fonts) {
  // A picture reaches nothing outside itself, so the font travels in it.
  const styled = fonts.length > 0 ? svg.replace('>', `><style>${fonts.map(font_face).join('')}</style>`) : svg;
  const image = new Image();
  const drawn = new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error('The picture could not be drawn.'));
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(styled)}`;
  await drawn;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * kScale);
  canvas.height = Math.round(image.naturalHeight * kScale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
}

/** @param {Font} font */
function font_face({ weight, bytes }) {
  return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/ttf;base64,${base64(bytes)})}`;
}

/** @param {ArrayBuffer} bytes */
function base64(bytes) {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

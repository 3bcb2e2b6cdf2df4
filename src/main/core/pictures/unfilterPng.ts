/**
 * Takes the row filters of a PNG off (PNG specification, chapter 9).
 * @param filtered rows, each after the byte that names its filter
 * @returns the rows without that byte; undefined for a filter that does not exist
 */
export function unfilter(filtered: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array | undefined {
  const height = filtered.byteLength / (rowBytes + 1);
  const rows = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const source = y * (rowBytes + 1);
    const filter = filtered[source] ?? 0;
    if (filter > 4) return undefined;
    const start = y * rowBytes;
    for (let x = 0; x < rowBytes; x += 1) {
      const left = x >= pixelBytes ? (rows[start + x - pixelBytes] ?? 0) : 0;
      const up = y > 0 ? (rows[start + x - rowBytes] ?? 0) : 0;
      const upLeft = y > 0 && x >= pixelBytes ? (rows[start + x - rowBytes - pixelBytes] ?? 0) : 0;
      rows[start + x] = (filtered[source + 1 + x] ?? 0) + predict(filter, left, up, upLeft);
    }
  }
  return rows;
}

function predict(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  return filter === 3 ? (left + up) >> 1 : paeth(left, up, upLeft);
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

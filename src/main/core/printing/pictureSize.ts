/** Width and height in pixels from the header of a PNG or JPEG; undefined when it is neither or cut short. */
export function readPictureSize(
  bytes: Uint8Array,
): { widthPx: number; heightPx: number; extension: "png" | "jpg" } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength >= 24 && view.getUint32(0) === 0x89504e47) {
    return sized(view.getUint32(16), view.getUint32(20), "png");
  }
  return bytes.byteLength >= 4 && view.getUint16(0) === 0xffd8 ? readJpegSize(view) : undefined;
}

function readJpegSize(view: DataView): ReturnType<typeof readPictureSize> {
  let position = 2;
  while (position + 9 < view.byteLength) {
    const marker = view.getUint16(position);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return sized(view.getUint16(position + 7), view.getUint16(position + 5), "jpg");
    if (marker < 0xff00) return undefined;
    position += 2 + view.getUint16(position + 2);
  }
  return undefined;
}

function sized(widthPx: number, heightPx: number, extension: "png" | "jpg"): ReturnType<typeof readPictureSize> {
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx, extension } : undefined;
}

const PICTURE = /(?<=\bartifact:)[0-9a-f]{64}(?![0-9a-f])/giu;

/** The pictures that a Markdown text shows, by artifact id, each once. */
export function findPictureIds(body: string): string[] {
  return [...new Set([...body.matchAll(PICTURE)].map(([id]) => id.toLowerCase()))];
}

/** The same text showing other pictures. */
export function replacePictures(body: string, newIds: ReadonlyMap<string, string>): string {
  return body.replaceAll(PICTURE, (id) => newIds.get(id.toLowerCase()) ?? id);
}

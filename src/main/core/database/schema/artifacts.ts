import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id } from "./columns.ts";

/** A file kept untouched, named by its content; its bytes are rows of `artifact_chunks`. */
export const artifacts = sqliteTable("artifacts", {
  /** SHA-256 of the bytes, lower-case hex. */
  id: id(),
  sizeBytes: integer("size_bytes").notNull(),
  mediaType: text("media_type").notNull(),
  fileName: text("file_name").notNull(),
  addedAt: integer("added_at").notNull(),
});

export const artifactChunks = sqliteTable(
  "artifact_chunks",
  {
    artifactId: text("artifact_id")
      .notNull()
      .references(() => artifacts.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.artifactId, table.position] })],
);

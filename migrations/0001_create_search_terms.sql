-- Overlapping pairs of UTF-16 units of the folded text, as hexadecimal words (src/shared/domain/fold.ts). Contentless:
-- the texts themselves stand in their own tables.
CREATE VIRTUAL TABLE `search_terms` USING fts5(
  title, summary, body,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '4'
);

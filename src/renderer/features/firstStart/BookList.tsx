import type { KnownBook } from "#shared/contract/casebook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./FirstStart.module.css";

type BookListProps = { books: readonly KnownBook[]; chosen: string | null; onChoose(id: string): void };

export function BookList({ books, chosen, onChoose }: BookListProps) {
  const { firstStart, format } = useMessages();
  const stateOf = (book: KnownBook) => {
    if (book.missing) return firstStart.missing;
    return book.openedAt === null ? firstStart.neverOpened : firstStart.lastOpened(format.moment(book.openedAt));
  };
  return (
    <ul role="radiogroup" aria-label={firstStart.knownBooks} className={`${classes.books} ${classes.wide}`}>
      {books.map((book) => (
        <li key={book.id} role="presentation">
          <button
            type="button"
            role="radio"
            aria-checked={book.id === chosen}
            disabled={book.missing}
            className={classes.book}
            onClick={() => onChoose(book.id)}
          >
            <span>{book.name}</span>
            <span className={classes.bookFact}>{stateOf(book)}</span>
            <span className={classes.bookFact}>{book.missing ? "" : format.bytes(book.sizeBytes)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

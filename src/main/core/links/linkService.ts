import type { z } from "zod";
import type { links as linksContract } from "#shared/contract/cases.ts";
import { AppError } from "#shared/errors.ts";
import { requireCase } from "../cases/caseService.ts";
import type { WritableDb } from "../database/handles.ts";
import { deleteLink, insertLink, linkExists } from "./linkRepository.ts";

type NewLink = z.output<(typeof linksContract)["create"]["input"]>;

/**
 * Relates two cases, with the reason.
 * @returns the id of the link
 * @throws AppError links.to-itself, links.exists, record.not-found
 */
export function createLink(db: WritableDb, link: NewLink, newId: () => string): string {
  const { fromId, toId, relation } = link;
  if (fromId === toId) throw new AppError("links.to-itself");
  requireCase(db, fromId);
  requireCase(db, toId);
  if (linkExists(db, { fromId, toId, relation })) throw new AppError("links.exists");
  const id = newId();
  insertLink(db, { id, ...link });
  return id;
}

/** @throws AppError record.not-found */
export function removeLink(db: WritableDb, id: string): void {
  if (!deleteLink(db, id)) throw new AppError("record.not-found", { record: id });
}

import { isKnownCategory } from "#shared/domain/category.ts";
import type { Messages } from "#shared/messages/messages.ts";

/** A category's screen word; one an analyst added stands as it is. */
export function categoryWord(category: string, { vocabulary }: Messages): string {
  return isKnownCategory(category) ? vocabulary.category[category] : category;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** What a person calls a report: its number, or its title where it has only a UUID. */
export function shortNameOf({ externalId, title }: { externalId: string; title: string }): string {
  return UUID.test(externalId) ? `「${title}」` : externalId;
}

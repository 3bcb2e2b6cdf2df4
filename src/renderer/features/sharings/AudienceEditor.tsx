import { Menu } from "@mantine/core";
import { useState } from "react";
import type { Audience, SharingDetail } from "#shared/contract/sharings.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./AudienceEditor.module.css";
import { reachesNobody } from "./reachesNobody.ts";
import { OrganizationFinder } from "./OrganizationFinder.tsx";

type Part = keyof Audience;
type Named = { id: string; title: string };

function idsOf({ audience }: SharingDetail): Audience {
  const ids = (names: readonly Named[]) => names.map(({ id }) => id);
  const { sigs, frameworks, organizations, except } = audience;
  return { sigs: ids(sigs), frameworks: ids(frameworks), organizations: ids(organizations), except: ids(except) };
}

type AudienceWords = ReturnType<typeof useMessages>["sharings"]["audience"];

/** To how many it goes; once it is out, to how many it went by the ledger, whatever was changed since. */
function reachOf({ sharedAt, changedSinceIssue, issues, audience }: SharingDetail, words: AudienceWords): string {
  const last = issues.findLast(({ kind }) => kind !== "withdrawal");
  if (sharedAt === null || changedSinceIssue || last === undefined) {
    return words.reached(audience.reached, audience.frameworks.length);
  }
  return words.wasReached(last.deliveries.filter(({ part }) => part === "bulletin").length);
}

/** To whom: SIGs, frameworks, single organisations, minus exceptions; and how many that comes to. */
export function AudienceEditor({ detail }: { detail: SharingDetail }) {
  const { sharings } = useMessages();
  const words = sharings.audience;
  const update = useCommand(api.sharings.update);
  const isOpen = detail.state !== "withdrawn";
  const { data: structure } = useRead(api.roster.structure, isOpen ? { asOf: dayOf(Date.now()) } : null);
  const ids = idsOf(detail);
  const nobody = reachesNobody(detail.audience);
  const change = (part: Part, next: readonly string[]) =>
    void update.run({ id: detail.id, fields: { audience: { ...ids, [part]: [...next] } } });
  const add = (part: Part, added: readonly string[]) => change(part, [...ids[part], ...added]);
  const choices = {
    sigs: (structure?.sigs ?? []).map(({ id, name }) => ({ id, title: name })),
    frameworks: (structure?.frameworks ?? []).map(({ id, name }) => ({ id, title: name })),
  };
  const parts: readonly Part[] = ["sigs", "frameworks", "organizations", "except"];
  return (
    <div className={classes.editor}>
      <dl className={classes.parts}>
        {parts.map((part) => (
          <AudiencePart
            key={part}
            term={words[part]}
            named={detail.audience[part]}
            choices={part === "sigs" || part === "frameworks" ? choices[part] : null}
            isOpen={isOpen}
            onAdd={(added) => add(part, added)}
            onRemove={(id) =>
              change(
                part,
                ids[part].filter((one) => one !== id),
              )
            }
          />
        ))}
      </dl>
      <p className={classes.reached} data-nobody={nobody}>
        {nobody ? words.nobody : reachOf(detail, words)} <span className={classes.apart}>{words.apart}</span>
      </p>
      {detail.holdEarlier + detail.notYetReached > 0 ? (
        <p className={classes.changed}>{words.changedSince(detail.holdEarlier, detail.notYetReached)}</p>
      ) : null}
      <ErrorNote error={update.error} />
    </div>
  );
}

type AudiencePartProps = {
  term: string;
  named: readonly Named[];
  /** All there are, for a part with few; null where they are found by name. */
  choices: readonly Named[] | null;
  isOpen: boolean;
  onAdd(ids: readonly string[]): void;
  onRemove(id: string): void;
};

function AudiencePart({ term, named, choices, isOpen, onAdd, onRemove }: AudiencePartProps) {
  const { sharings, ui } = useMessages();
  const words = sharings.audience;
  const [finding, setFinding] = useState(false);
  if (!isOpen && named.length === 0) return null;
  const chosen = new Set(named.map(({ id }) => id));
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {named.map(({ id, title }) => (
          <span key={id} className={classes.token}>
            {title}
            {isOpen ? (
              <button
                type="button"
                className={classes.remove}
                aria-label={words.remove(title)}
                title={words.remove(title)}
                onClick={() => onRemove(id)}
              >
                ×
              </button>
            ) : null}
          </span>
        ))}
        {!isOpen ? null : choices === null ? (
          finding ? (
            <div className={classes.finder}>
              <OrganizationFinder
                label={`${term}: ${words.add}`}
                except={chosen}
                autoFocus
                onPick={({ id }) => onAdd([id])}
                onLeave={() => setFinding(false)}
              />
            </div>
          ) : (
            <button
              type="button"
              className="link-button"
              aria-label={`${term}: ${words.add}`}
              onClick={() => setFinding(true)}
            >
              {words.add}
            </button>
          )
        ) : (
          <AddMenu term={term} left={choices.filter(({ id }) => !chosen.has(id))} onAdd={onAdd} />
        )}
        {!isOpen && named.length === 0 ? ui.none : null}
      </dd>
    </>
  );
}

type AddMenuProps = { term: string; left: readonly Named[]; onAdd(ids: readonly string[]): void };

function AddMenu({ term, left, onAdd }: AddMenuProps) {
  const { sharings } = useMessages();
  const words = sharings.audience;
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className="link-button" aria-label={`${term}: ${words.add}`}>
          {words.add}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.options}>
        {left.length === 0 ? <Menu.Label>{words.nothingLeft}</Menu.Label> : null}
        {left.length > 1 ? (
          <Menu.Item closeMenuOnClick onClick={() => onAdd(left.map(({ id }) => id))}>
            {words.all}
          </Menu.Item>
        ) : null}
        {left.map(({ id, title }) => (
          <Menu.Item key={id} onClick={() => onAdd([id])}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

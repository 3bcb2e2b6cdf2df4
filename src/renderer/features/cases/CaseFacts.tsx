import type { CampaignRow } from "#shared/contract/campaigns.ts";
import type { CaseDetail, CaseFields } from "#shared/contract/cases.ts";
import { isKnownCategory, KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import { ORIGINS } from "#shared/domain/vocabulary.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { EditableChoice } from "#renderer/ui/EditableChoice.tsx";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { QuarterStrip } from "#renderer/ui/QuarterStrip.tsx";
import classes from "./CaseFacts.module.css";
import { useKindWord } from "./CaseList.tsx";
import { readDay } from "./readDay.ts";
import { ShareCase } from "./ShareCase.tsx";
import { TechniqueTokens } from "./TechniqueTokens.tsx";

/** The facts of a case, each changed where it stands. */
export function CaseFacts({ detail }: { detail: CaseDetail }) {
  const { cases: words, vocabulary } = useMessages();
  const kindWord = useKindWord();
  const { data: campaigns = [] } = useRead(api.campaigns.list, {});
  const update = useCommand(api.cases.update);
  const save = (fields: Partial<CaseFields>) => void update.run({ id: detail.id, fields });
  const kinds: string[] = isKnownCategory(detail.kind) ? KNOWN_CATEGORIES : [detail.kind, ...KNOWN_CATEGORIES];
  return (
    <section>
      <h2 className={classes.heading}>{words.facts}</h2>
      <ErrorNote error={update.error} />
      <dl className={classes.facts}>
        <dt>{words.fields.kind}</dt>
        <dd>
          <EditableChoice
            label={words.fields.kind}
            value={detail.kind}
            shown={kindWord(detail.kind)}
            options={kinds.map((kind) => ({ value: kind, label: kindWord(kind) }))}
            onChoose={(kind) => kind !== null && save({ kind })}
          />
        </dd>
        <dt>{words.fields.openedAt}</dt>
        <dd>
          <EditableText
            label={words.fields.openedAt}
            value={detail.openedAt}
            placeholder={words.fields.openedAt}
            check={(text) => (readDay(text) === undefined ? words.dayUnknown(text) : null)}
            onSave={(text) => save({ openedAt: readDay(text) ?? detail.openedAt })}
          />
        </dd>
        <dt>{words.fields.origin}</dt>
        <dd>
          <EditableChoice
            label={words.fields.origin}
            value={detail.origin}
            shown={vocabulary.origin[detail.origin]}
            options={ORIGINS.map((value) => ({ value, label: vocabulary.origin[value] }))}
            onChoose={(origin) => origin !== null && save({ origin })}
          />
        </dd>
        <dt>{words.fields.campaign}</dt>
        <dd>
          <EditableChoice
            label={words.fields.campaign}
            value={detail.campaign?.id ?? null}
            shown={detail.campaign?.title ?? words.noCampaign}
            options={[
              { value: null, label: words.noCampaign },
              ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={(campaignId) => save({ campaignId })}
          />
          {detail.campaign === null ? null : (
            <CampaignStrip campaign={campaigns.find(({ id }) => id === detail.campaign?.id)} />
          )}
        </dd>
        <dt>{words.fields.techniques}</dt>
        <dd>
          <TechniqueTokens ids={detail.techniques} onChange={(techniques) => save({ techniques })} />
        </dd>
        <dt>{words.fields.sharings}</dt>
        <dd>
          {detail.sharings.length === 0
            ? words.noSharings
            : detail.sharings.map(({ id, title }) => (
                <button key={id} type="button" className="link-button" onClick={() => goToRecord("sharing", id)}>
                  {title}
                </button>
              ))}{" "}
          <ShareCase caseId={detail.id} />
        </dd>
        {detail.externalId === detail.id ? null : (
          <>
            <dt>{words.fields.externalId}</dt>
            <dd className={classes.plain}>{detail.externalId}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** The quarters of the campaign, so that a case is seen among its like. */
function CampaignStrip({ campaign }: { campaign: CampaignRow | undefined }) {
  const { campaigns: words, cases } = useMessages();
  const go = useWorkplace((state) => state.go);
  if (campaign === undefined) return null;
  return (
    <div className={classes.strip}>
      <QuarterStrip
        label={words.stripLabel(campaign.name)}
        strip={campaign.strip}
        onChoose={() => go("campaigns", campaign.id)}
      />
      <button
        type="button"
        className="link-button"
        aria-label={cases.openCampaign(campaign.name)}
        onClick={() => go("campaigns", campaign.id)}
      >
        {cases.openIt}
      </button>
    </div>
  );
}

import { type ConsentPurpose, partyKey } from "#shared/domain/consent.ts";
import { useState } from "react";
import type { PartyConsents } from "#shared/contract/approvals.ts";
import { MAX_MAIL_BYTES } from "#shared/domain/mail.ts";
import { readMoment } from "#shared/domain/moment.ts";
import { AppError } from "#shared/errors.ts";
import { readTypedMoment } from "#shared/messages/numerals.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import type { ApprovalDialogProps } from "./dialogProps.ts";
import { NO_ANSWER, readAnswers, type AnswerDraft } from "./readAnswers.ts";

type Fields = {
  partyKey: string | null;
  answers: Record<ConsentPurpose, AnswerDraft>;
  how: string;
  at: string;
  words: string;
  evidence: File | null;
  /** They answered about what would go out now, though what they were sent was another. */
  isOfPresent: boolean;
};

/** Who is asked at the moment: the one chosen, else the first who was asked and has not answered. */
function partyOf(parties: readonly PartyConsents[], key: string | null): PartyConsents | undefined {
  const waits = (party: PartyConsents) => party.consents.some(({ state }) => state === "waiting");
  return parties.find(({ party }) => partyKey(party) === key) ?? parties.find(waits) ?? parties[0];
}

/** The form 承認を記録: what is typed, what is wrong with it, and how it is written down. */
export function useRecordForm({ task, parties = [], onClose }: ApprovalDialogProps) {
  const { approvals, format } = useMessages();
  const words = approvals.recordDialog;
  const record = useCommand(api.approvals.record);
  const [tried, setTried] = useState(false);
  const [fileError, setFileError] = useState<AppError | null>(null);
  const [fields, setFields] = useState<Fields>(() => ({
    partyKey: task.party === undefined ? null : partyKey(task.party),
    answers: { share: NO_ANSWER, publish: NO_ANSWER },
    isOfPresent: false,
    how: "",
    at: format.moment(Date.now()),
    words: "",
    evidence: null,
  }));
  const party = partyOf(parties, fields.partyKey);
  const at = readMoment(readTypedMoment(fields.at) ?? "");
  const { problems, answers } = readAnswers(fields.answers);
  const isAnswered = Object.values(fields.answers).some(({ decision }) => decision !== null);

  const readEvidence = async (): Promise<{ fileName: string; bytes: Uint8Array } | null | undefined> => {
    const { evidence } = fields;
    if (evidence === null) return null;
    try {
      return { fileName: evidence.name, bytes: new Uint8Array(await evidence.arrayBuffer()) };
    } catch (cause) {
      setFileError(new AppError("storage.unreadable", { file: evidence.name }, { cause }));
      return undefined;
    }
  };
  const needsWord = party?.changedSinceSeen === true && !fields.isOfPresent;
  const submit = async (sha256: string | undefined) => {
    setTried(true);
    if (record.pending || sha256 === undefined || party === undefined) return;
    if (answers === null || at === undefined || fields.how.trim() === "" || needsWord) return;
    const evidence = await readEvidence();
    if (evidence === undefined) return;
    const conditions = fields.words.trim() === "" ? null : fields.words.trim();
    const answer = { text: task.text, sha256, party: party.party, answers, at, how: fields.how.trim() };
    if ((await record.run({ ...answer, conditions, evidence })) === undefined) return;
    useNotices.getState().say({ tone: "done", text: words.saved(party.name) });
    onClose();
  };
  return {
    fields,
    party,
    pending: record.pending,
    error: record.error ?? fileError,
    problems: {
      ...(tried && needsWord ? { isOfPresent: words.isOfPresentMissing } : {}),
      ...(tried && !isAnswered ? { answer: words.answerMissing } : {}),
      ...(tried && at === undefined ? { at: words.atUnknown(fields.at) } : {}),
      ...(tried && fields.how.trim() === "" ? { how: words.howMissing } : {}),
      purposes: tried ? problems : {},
    },
    write: (change: Partial<Fields>) => setFields({ ...fields, ...change }),
    takeEvidence(file: File | null) {
      setFileError(null);
      if (file !== null && file.size > MAX_MAIL_BYTES) {
        const params = { file: file.name, sizeBytes: file.size, limitBytes: MAX_MAIL_BYTES };
        return setFileError(new AppError("intake.too-large", params));
      }
      setFields({ ...fields, evidence: file });
    },
    submit,
  };
}

export type RecordForm = ReturnType<typeof useRecordForm>;

import type { ReportDetail } from "#shared/contract/reports.ts";
import type { Assessment } from "#shared/domain/vocabulary.ts";
import type { AppError } from "#shared/errors.ts";
import type { Command } from "#renderer/commands/registry.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useReportsView } from "#renderer/state/reportsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";

const ASSESSMENT_KEYS: readonly (readonly [Assessment, string])[] = [
  ["targeted", "T"],
  ["indiscriminate", "I"],
  ["benign", "B"],
  ["undetermined", "U"],
];

export type JudgementChoice = Command & { label: string; shortcut: string; pressed?: boolean; startsGroup?: boolean };

/** What one key does to the reports ticked, or else to the one that is open. */
export function useJudgement(
  report: ReportDetail | null,
  { askVoid, askCase }: { askVoid(): void; askCase(): void },
): { ids: readonly string[]; choices: readonly JudgementChoice[]; error: AppError | null } {
  const { reports, frame } = useMessages();
  const { judge } = reports;
  const checked = useReportsView((state) => state.checked);
  const assess = useCommand(api.reports.assess);
  const makeValid = useCommand(api.reports.makeValid);
  const ids = checked.size > 0 ? [...checked] : report === null ? [] : [report.id];
  const single = checked.size === 0 ? report : null;

  const group = frame.places.reports;
  const choices: JudgementChoice[] = [
    ...ASSESSMENT_KEYS.map(([assessment, shortcut]) => ({
      id: `reports.${assessment}`,
      label: judge[assessment],
      title: judge.commands[assessment],
      reading: judge.readings[assessment],
      shortcut,
      group,
      pressed: single?.assessment === assessment,
      when: ids.length > 0,
      run: () => void assess.run({ ids, assessment }),
    })),
    {
      id: "reports.toCase",
      label: judge.toCase,
      title: judge.commands.toCase,
      reading: judge.readings.toCase,
      shortcut: "C",
      group,
      startsGroup: true,
      when: ids.length > 0,
      run: askCase,
    },
    single?.voided === true
      ? {
          id: "reports.makeValid",
          label: judge.makeValid,
          title: judge.commands.makeValid,
          reading: judge.readings.makeValid,
          shortcut: "V",
          group,
          run: () => void makeValid.run({ id: single.id }),
        }
      : {
          id: "reports.makeVoid",
          label: judge.makeVoid,
          title: judge.commands.makeVoid,
          reading: judge.readings.makeVoid,
          shortcut: "V",
          group,
          when: single !== null,
          run: askVoid,
        },
  ];
  useCommands(choices.map(({ label: _label, pressed: _pressed, startsGroup: _startsGroup, ...command }) => command));
  return { ids, choices, error: assess.error ?? makeValid.error };
}

import type { exporting as ja } from "../ja/exporting.ts";

const items = (count: number): string => (count === 1 ? "1 observable" : `${count} observables`);

export const exporting: typeof ja = {
  leftOut: (count) => `${items(count)} left out: they would tell who provided the report.`,
  withoutRole: (count) => `${items(count)} left out: nobody has said whether they are the attacker's.`,
  inexpressible: (count) => `${items(count)} left out: this format cannot express them.`,
};

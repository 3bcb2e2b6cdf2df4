import { readAttackFlow } from "#shared/narrative/readAttackFlow.ts";
import classes from "./AttackFlowDrawing.module.css";

/** ① to ⑳, then (21). */
function stepMark(step: number): string {
  return step <= 20 ? String.fromCodePoint(0x245f + step) : `(${step})`;
}

/** The steps of an attack, one below the other, between the places they lead from and to. */
export function AttackFlowDrawing({ source }: { source: string }) {
  const { flow } = readAttackFlow(source);
  if (flow.nodes.length === 0) return null;
  return (
    <div className={classes.flow} style={{ "--lanes": flow.nodes.length, "--rows": flow.steps.length + 1 }}>
      {flow.groups.map(({ name, nodes }) => {
        const first = nodes[0] ?? 0;
        return (
          <div key={name} className={classes.group} style={{ gridColumn: `${first + 1} / span ${nodes.length}` }}>
            <span>{name}</span>
          </div>
        );
      })}
      {flow.nodes.map((name, lane) => (
        <div key={name} className={classes.lane} style={{ gridColumn: lane + 1 }} />
      ))}
      {flow.nodes.map((name, lane) => (
        <div key={name} className={classes.node} style={{ gridColumn: lane + 1 }}>
          {name}
        </div>
      ))}
      {flow.steps.map(({ from, to, text }, index) => {
        const left = Math.min(from, to);
        const span = Math.abs(to - from) + 1;
        return (
          <div
            key={index}
            className={classes.step}
            data-direction={from === to ? "none" : from < to ? "right" : "left"}
            data-side={from === to && left >= flow.nodes.length / 2 ? "left" : "right"}
            style={{ gridColumn: `${left + 1} / span ${span}`, gridRow: index + 2, "--span": span }}
          >
            <p>
              <b>{stepMark(index + 1)}</b> {text}
            </p>
            <i />
          </div>
        );
      })}
    </div>
  );
}

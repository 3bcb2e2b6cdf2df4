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
        const lanes = flow.nodes.length;
        if (from === to) return <OwnStep key={index} number={index + 1} lane={from} lanes={lanes} text={text} />;
        const span = Math.abs(to - from) + 1;
        return (
          <div
            key={index}
            className={classes.step}
            data-direction={from < to ? "right" : "left"}
            style={{ gridColumn: `${Math.min(from, to) + 1} / span ${span}`, gridRow: index + 2, "--span": span }}
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

/** What happens at one place: a dot on its lane, the words beside it where there is room. */
function OwnStep({ number, lane, lanes, text }: { number: number; lane: number; lanes: number; text: string }) {
  const side = lane < lanes / 2 ? "right" : "left";
  const span = Math.min(2, lanes);
  const first = side === "right" ? lane : Math.max(0, lane - 1);
  return (
    <div
      className={classes.own}
      data-side={side}
      style={{ gridColumn: `${first + 1} / span ${span}`, gridRow: number + 1, "--at": `${50 / span}%` }}
    >
      <i />
      <p>
        <b>{stepMark(number)}</b> {text}
      </p>
    </div>
  );
}

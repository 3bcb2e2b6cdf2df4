import type { CompiledRoster, PatternSet } from "./compileRoster.ts";

/** Two compiled rosters as one, without compiling the larger anew: both are looked for, one after the other. */
export function joinRosters(first: CompiledRoster, second: CompiledRoster): CompiledRoster {
  const shift = first.organizations.length;
  return {
    organizations: [...first.organizations, ...second.organizations],
    skeletons: joinSets(first.skeletons, second.skeletons, shift),
    sounds: joinSets(first.sounds, second.sounds, shift),
    indexOf: new Map([...first.indexOf, ...[...second.indexOf].map(([id, index]) => [id, index + shift] as const)]),
    groups: new Map([
      ...first.groups,
      ...[...second.groups].map(([index, group]) => [index + shift, group.map((member) => member + shift)] as const),
    ]),
  };
}

function joinSets(first: PatternSet, second: PatternSet, shift: number): PatternSet {
  const moved = first.patterns.length;
  return {
    automaton: {
      states: first.automaton.states + second.automaton.states,
      run(units, length, found) {
        first.automaton.run(units, length, found);
        second.automaton.run(units, length, (pattern, end) => found(pattern + moved, end));
      },
    },
    patterns: [...first.patterns, ...second.patterns],
    targets: [
      ...first.targets,
      ...second.targets.map((targets) =>
        targets.map((target) => ({ ...target, organization: target.organization + shift })),
      ),
    ],
  };
}

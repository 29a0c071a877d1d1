import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { workingDays } from '../../../../functions/orders/clock.ts';
import { finalStates, itemStates } from '../../../../shared/order/order-state.ts';
import { type Actor, precedence, transitions } from '../../../../functions/orders/state-machine.ts';

const documentation = readFileSync(new URL('../../../../docs/orders.md', import.meta.url), 'utf8');

const actorNames: Readonly<Record<Actor, string>> = {
  operator: 'operator',
  manager: 'account manager',
  cancellationRequest: 'request for cancellation',
};

const owed: Readonly<Record<keyof typeof workingDays, string>> = {
  acceptance: 'the carrier accepts or rejects',
  answer: 'the operator answers',
  cancellationDecision: 'the carrier decides about a cancellation',
  cancellation: 'the carrier carries out a cancellation that it agreed to',
  disconnection: 'the carrier disconnects a service',
};

const generated = {
  transitions: [
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${itemStates[0]}`,
    ...transitions.map(({ from, to, by, reason }) => {
      const who = by.map((actor) => actorNames[actor]).join(', ');
      return `  ${from} --> ${to}: ${who}${reason === 'required' ? ' *' : ''}`;
    }),
    ...finalStates.map((state) => `  ${state} --> [*]`),
    '```',
  ],
  precedence: [precedence.map((state) => `\`${state}\``).join(', ')],
  'working days': Object.entries(workingDays).map(
    ([name, count]) => `- ${count}: ${owed[name as keyof typeof workingDays]}`,
  ),
};

it.each(Object.entries(generated))('docs/orders.md matches the code: %s', (name, lines) => {
  const [, written] =
    new RegExp(`<!-- generated: ${name} -->\n(.*?)<!-- /generated -->`, 's').exec(documentation) ?? [];
  expect(written?.trim()).toBe(lines.join('\n'));
});

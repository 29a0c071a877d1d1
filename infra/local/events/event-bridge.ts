import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createJsonServer } from '../endpoint/json-protocol.ts';
import { closeServer, listenLocally } from '../endpoint/local-server.ts';
import type { Access } from '../iam/access.ts';
import { readAsynchronousConfigurations } from '../lambda/asynchronous-configuration.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Queues } from '../queues/sqs.ts';
import type { Assembly } from '../template/assembly.ts';
import { openDeliveryStore } from './delivery-store.ts';
import { createDispatcher } from './dispatcher.ts';
import { createPutEvents, namedBuses, type PutEntry } from './put-events.ts';
import { readBuses, readRules, type Rule } from './rules.ts';
import { startSchedules, type Schedules } from './schedules.ts';

/** An event from a producer; EventBridge adds the rest of the envelope. */
interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources?: readonly string[] | undefined;
  readonly time?: Date | undefined;
}

/** A delivery that is waiting, being retried, or has finally failed. */
interface Delivery {
  readonly id: string;
  readonly rule: string;
  readonly target: string;
  readonly attempts: number;
  readonly state: 'waiting' | 'dead' | 'lost';
  readonly event: unknown;
  readonly lastError: string | undefined;
}

export interface EventBridgeOptions {
  readonly assembly: Assembly;
  readonly lambda: LambdaRuntime;
  readonly queues: Queues;
  /** Where deliveries are stored until they are finished. */
  readonly directory: string;
  readonly access: Access;
  /** Reports an event that will not be retried. */
  readonly warn: (message: string) => void;
  /**
   * Milliseconds before each retry of a failed asynchronous invocation. The cloud waits one minute, then two; here it
   * is one second, then two.
   */
  readonly retryDelays?: readonly number[] | undefined;
}

/** EventBridge: buses, rules, schedules and deliveries. */
export interface EventBridge {
  /** Serves the endpoint (`PutEvents`) on 127.0.0.1, on a free port for 0. Resolves with its URL. */
  listen(port: number): Promise<string>;
  /** Starts the deliveries left from the last run, and the schedules. */
  start(): void;
  /** Puts an event, as AWS services do (on the `default` bus). Resolves when it is stored. */
  emit(bus: string, event: NewEvent): Promise<void>;
  /** Unfinished deliveries, newest first, at most 100. */
  deliveries(): readonly Delivery[];
  close(): Promise<void>;
}

/** @throws {UnsupportedError} when a rule or a target uses something that the local stack does not support */
export function createEventBridge(options: EventBridgeOptions): EventBridge {
  const { assembly, lambda, queues, directory, access, warn, retryDelays = [1_000, 2_000] } = options;
  const now = (): number => Date.now();
  const rules = readRules(options);
  const buses = readBuses(assembly);
  const targets = new Map(
    rules.flatMap((rule) => rule.targets.map((target) => [target.id, target] as const)),
  );
  const configurationOf = readAsynchronousConfigurations(assembly, lambda);
  mkdirSync(directory, { recursive: true });
  const store = openDeliveryStore(path.join(directory, 'events.db'), now);
  const dispatcher = createDispatcher({
    ...{ targets, store, lambda, queues, configurationOf, retryDelays, warn, now },
  });
  let isStarted = false;
  let schedules: Schedules | undefined;

  /** Stores the deliveries; they start at once, or when everything is running. */
  const accept = (deliveries: readonly { target: string; input: unknown }[]): void => {
    for (const delivery of store.add(deliveries)) if (isStarted) dispatcher.dispatch(delivery);
  };
  const put = (entries: readonly PutEntry[]): string[] => {
    const events = entries.map((entry) => ({ bus: entry.bus, event: createEnvelope(entry, assembly) }));
    accept(events.flatMap(({ bus, event }) => route(rules, bus, event)));
    return events.map(({ event }) => event.id);
  };
  const fire = (rule: Rule, instant: Date): void => {
    const event = createEnvelope(
      {
        ...{ source: rule.scheduleSource, detailType: 'Scheduled Event', detail: {}, time: instant },
        resources: [rule.arn],
      },
      assembly,
    );
    accept(rule.targets.map(({ id, transform }) => ({ target: id, input: transform(event) })));
  };

  const operations = { PutEvents: createPutEvents(buses, put) };
  const server = createJsonServer({
    ...{ signingName: 'events', target: 'AWSEvents', operations, access },
    requires: (operation, input) =>
      namedBuses(input).map((bus) => ({
        action: `events:${operation}`,
        resource: `arn:aws:events:${assembly.region}:${assembly.account}:event-bus/${bus}`,
      })),
  });
  return {
    listen: (port) => listenLocally(server, port),
    start: () => {
      isStarted = true;
      for (const delivery of store.waiting()) dispatcher.dispatch(delivery);
      schedules = startSchedules(rules, fire);
    },
    emit: (bus, event) => {
      if (!buses.includes(bus)) return Promise.reject(new Error(`there is no event bus ${bus}`));
      put([{ ...event, bus, resources: event.resources ?? [], time: event.time }]);
      return Promise.resolve();
    },
    deliveries: () =>
      store.recent(100).map(({ id, target, attempts, state, input, lastError }) => ({
        ...{ id, attempts, state, event: input, lastError },
        rule: target.split('#')[0] ?? '',
        target: targets.get(target)?.arn ?? target,
      })),
    close: async () => {
      schedules?.stop();
      await Promise.all([dispatcher.close(), closeServer(server)]);
      store.close();
    },
  };
}

/** The deliveries of an event: one per target of each matching rule. */
function route(rules: readonly Rule[], bus: string, event: unknown): { target: string; input: unknown }[] {
  return rules
    .filter((rule) => rule.bus === bus && rule.matches(event))
    .flatMap(({ targets }) => targets.map(({ id, transform }) => ({ target: id, input: transform(event) })));
}

/** The common envelope of events (Amazon EventBridge User Guide, "Event structure reference"). */
function createEnvelope(entry: Omit<PutEntry, 'bus'>, { account, region }: Assembly) {
  const { source, detailType, detail, resources, time = new Date() } = entry;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account,
    time: time.toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources,
    detail,
  };
}

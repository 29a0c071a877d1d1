import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Credentials } from '../aws/sigv4.ts';
import { createJsonServer } from '../endpoint/json-protocol.ts';
import { closeServer, listenLocally } from '../endpoint/local-server.ts';
import { readAsynchronousConfigurations } from '../lambda/asynchronous-configuration.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Queues } from '../queues/sqs.ts';
import type { Assembly } from '../template/assembly.ts';
import { openDeliveryStore } from './delivery-store.ts';
import { createDispatcher } from './dispatcher.ts';
import { createPutEvents, type PutEntry } from './put-events.ts';
import { readBuses, readRules, type Rule } from './rules.ts';
import { startSchedules, type Schedules } from './schedules.ts';

/** An event as a producer gives it; the rest of the envelope is EventBridge's. */
interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources?: readonly string[] | undefined;
  readonly time?: Date | undefined;
}

/** A delivery that waits, is retried, or has failed for good. */
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
  /** Where deliveries are kept until they are done. */
  readonly directory: string;
  readonly credentials: Credentials;
  /** Loud line about an event that was given up. */
  readonly warn: (message: string) => void;
  /** Milliseconds before each retry of a failed asynchronous invocation. The cloud waits a minute, then two; here it is a second, then two. */
  readonly retryDelays?: readonly number[] | undefined;
}

/** EventBridge: buses, rules, schedules and their deliveries. */
export interface EventBridge {
  /** The endpoint (`PutEvents`) on 127.0.0.1; port 0 takes a free one. Resolves with its URL. */
  listen(port: number): Promise<string>;
  /** Begins to deliver what an earlier run left, and starts the schedules. */
  start(): void;
  /** Puts an event, as a service of AWS does (`bus` is `default` then). Resolves when it is stored. */
  emit(bus: string, event: NewEvent): Promise<void>;
  /** Deliveries that are not done, newest first, at most 100. */
  deliveries(): readonly Delivery[];
  close(): Promise<void>;
}

/** @throws {UnsupportedError} when a rule or a target uses what the local stack does not have. */
export function createEventBridge(options: EventBridgeOptions): EventBridge {
  const { assembly, lambda, queues, directory, credentials, warn, retryDelays = [1_000, 2_000] } = options;
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

  /** Stores what the rules make of events; it is delivered at once, or when everything has started. */
  const accept = (deliveries: readonly { target: string; input: unknown }[]): void => {
    for (const delivery of store.add(deliveries)) if (isStarted) dispatcher.dispatch(delivery);
  };
  const put = (entries: readonly PutEntry[]): string[] => {
    const events = entries.map((entry) => ({ bus: entry.bus, event: envelop(entry, assembly) }));
    accept(events.flatMap(({ bus, event }) => route(rules, bus, event)));
    return events.map(({ event }) => event.id);
  };
  const fire = (rule: Rule, instant: Date): void => {
    const event = envelop(
      {
        ...{ source: rule.scheduleSource, detailType: 'Scheduled Event', detail: {}, time: instant },
        resources: [rule.arn],
      },
      assembly,
    );
    accept(rule.targets.map(({ id, transform }) => ({ target: id, input: transform(event) })));
  };

  const operations = { PutEvents: createPutEvents(buses, put) };
  const server = createJsonServer({ signingName: 'events', target: 'AWSEvents', operations, credentials });
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

/** The deliveries of an event: one for each target of each rule that matches. */
function route(rules: readonly Rule[], bus: string, event: unknown): { target: string; input: unknown }[] {
  return rules
    .filter((rule) => rule.bus === bus && rule.matches(event))
    .flatMap(({ targets }) => targets.map(({ id, transform }) => ({ target: id, input: transform(event) })));
}

/** The envelope that all events have (Amazon EventBridge User Guide, "Event structure reference"). */
function envelop(entry: Omit<PutEntry, 'bus'>, { account, region }: Assembly) {
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

import { createWriteStream, type WriteStream } from 'node:fs';
import { styleText } from 'node:util';
import * as z from 'zod';
import type { FunctionOutput } from '../lambda/runtime.ts';
import type { RequestLine } from '../gateway/gateway.ts';
import type { Watcher } from './watcher.ts';

const logLineSchema = z.object({ level: z.string(), message: z.string() });

const shownLevels = new Set(['WARN', 'ERROR', 'CRITICAL']);

/**
 * Prints one line per event: requests, mails, warnings of functions. The whole output of the functions goes to the
 * log file, which is overwritten at every start.
 */
export function createTerminal(logFile: string, write: (line: string) => void = console.log): Watcher {
  let log: WriteStream | undefined;
  return {
    report: write,
    request: (line) => {
      write(describeRequest(line));
    },
    output: (output) => {
      // Not opened earlier: another process may be using the data directory.
      log ??= createWriteStream(logFile);
      log.write(`${output.functionName} ${output.line}\n`);
      const line = describeOutput(output);
      if (line !== undefined) write(styleText('yellow', line));
    },
    mail: ({ recipients, subject }) => {
      write(styleText('cyan', `mail to ${recipients.join(', ')}: ${subject}`));
    },
  };
}

/** `GET /v1/items 200 12 ms Api-Items, 3 AWS calls` */
export function describeRequest(line: RequestLine): string {
  const { method, path, status, milliseconds, functionName, awsCalls } = line;
  const by = functionName === undefined ? '' : ` ${functionName}, ${awsCalls} AWS calls`;
  const text = `${method} ${path} ${status} ${Math.round(milliseconds)} ms${by}`;
  if (status >= 500) return styleText('red', text);
  return styleText('dim', text);
}

/** The part of a function's output that is worth a line on the terminal; undefined for ordinary log lines. */
export function describeOutput({ functionName, stream, line }: FunctionOutput): string | undefined {
  const entry = parseLogLine(line);
  if (entry)
    return shownLevels.has(entry.level) ? `${functionName} ${entry.level} ${entry.message}` : undefined;
  return stream === 'stderr' ? `${functionName} ${line}` : undefined;
}

function parseLogLine(line: string): z.infer<typeof logLineSchema> | undefined {
  try {
    return logLineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

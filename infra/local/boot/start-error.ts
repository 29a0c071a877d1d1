/**
 * A problem that the user can fix. The message is one sentence that says how; it is printed without a stack trace.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}

import type { Caller } from './caller.ts';
import { parseStatements } from './policy-document.ts';
import { compileStatement, type AccessRequest, type Statement } from './statement.ts';

/** What a policy says about a request; undefined when it says nothing. */
type Verdict = 'allowed' | 'denied' | undefined;

/** All statements that are attached to one role or one resource. */
export interface Policy {
  judge(caller: Caller, request: AccessRequest): Verdict;
  /** Whether it leaves this action to the policies of the account's roles, as policies of keys have to. */
  delegates(request: AccessRequest): boolean;
}

/**
 * Compiles policies, so that a request only looks at the statements about its action.
 * @throws {UnsupportedError} for a part that the local stack does not support
 */
export function compilePolicy(label: string, documents: readonly unknown[]): Policy {
  const statements = documents.flatMap((document) =>
    parseStatements(label, document).map((statement) => compileStatement(label, statement)),
  );
  const byAction = new Map<string, readonly Statement[]>();
  const about = (action: string): readonly Statement[] => {
    const known = byAction.get(action);
    if (known) return known;
    const found = statements.filter(({ coversAction }) => coversAction(action));
    byAction.set(action, found);
    return found;
  };
  return {
    judge: (caller, request) => {
      const matching = about(request.action).filter(
        (statement) => statement.appliesTo(caller) && statement.matches(request),
      );
      if (matching.some(({ effect }) => effect === 'Deny')) return 'denied';
      return matching.length > 0 ? 'allowed' : undefined;
    },
    delegates: (request) =>
      about(request.action).some(
        ({ effect, delegates, matches }) => effect === 'Allow' && delegates && matches(request),
      ),
  };
}

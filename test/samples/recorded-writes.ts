import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

/** Primary key of an item. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** What functions in this process have written since the last `forget`. */
export interface RecordedWrites {
  readonly keys: () => readonly ItemKey[];
  readonly hasChangedAccounts: () => boolean;
  readonly forget: () => void;
}

type Send = (this: unknown, command: object, ...rest: readonly unknown[]) => unknown;

/**
 * Records what this process writes: the keys of items, and whether accounts were changed. Functions make their own
 * clients, so this listens to all clients of the process, for the life of the process.
 */
export function recordWrites(): RecordedWrites {
  const keys = new Map<string, ItemKey>();
  let accountsChanged = false;
  listen(DynamoDBClient.prototype, (command) => {
    for (const { pk, sk } of keysWrittenBy(command)) keys.set(JSON.stringify([pk, sk]), { pk, sk });
  });
  listen(CognitoIdentityProviderClient.prototype, (command) => {
    if (!/^(AdminGet|AdminList|Get|List|Describe)/.test(command.constructor.name)) accountsChanged = true;
  });
  return {
    keys: () => [...keys.values()],
    hasChangedAccounts: () => accountsChanged,
    forget: () => {
      keys.clear();
      accountsChanged = false;
    },
  };
}

function listen(prototype: { send: unknown }, note: (command: object) => void): void {
  const send = prototype.send as Send;
  prototype.send = function (this: unknown, command: object, ...rest: readonly unknown[]) {
    note(command);
    return send.call(this, command, ...rest);
  };
}

/** Keys of the items that a call of the stores writes: all of their writes are transactions. */
function keysWrittenBy(command: object): ItemKey[] {
  if (!(command instanceof TransactWriteItemsCommand)) return [];
  return (command.input.TransactItems ?? []).flatMap(({ Put, Update, Delete }) => {
    const { pk, sk } = Put?.Item ?? Update?.Key ?? Delete?.Key ?? {};
    return pk?.S === undefined || sk?.S === undefined ? [] : [{ pk: pk.S, sk: sk.S }];
  });
}

import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import {
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';

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
  listen(DynamoDBDocumentClient.prototype, (command) => {
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

function keysWrittenBy(command: object): ItemKey[] {
  const written: unknown[] = [];
  if (command instanceof PutCommand) written.push(command.input.Item);
  else if (command instanceof UpdateCommand || command instanceof DeleteCommand)
    written.push(command.input.Key);
  else if (command instanceof TransactWriteCommand)
    for (const { Put, Update, Delete } of command.input.TransactItems ?? [])
      written.push(Put?.Item ?? Update?.Key ?? Delete?.Key);
  else if (command instanceof BatchWriteCommand)
    for (const { PutRequest, DeleteRequest } of Object.values(command.input.RequestItems ?? {}).flat())
      written.push(PutRequest?.Item ?? DeleteRequest?.Key);
  return written.filter((item) => item !== undefined) as ItemKey[];
}

import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { type Account, markerAttribute } from '../user-pool.ts';

const attributesSchema = z.object({
  sub: z.string(),
  email: z.string().default(''),
  name: z.string().optional(),
  [markerAttribute]: z.string().optional(),
});

interface DescribedUser {
  readonly Attributes?: readonly AttributeType[] | undefined;
  readonly Enabled?: boolean | undefined;
  readonly UserStatus?: string | undefined;
}

/** An account as Cognito describes it. */
export function accountOf({ Attributes = [], Enabled = false, UserStatus }: DescribedUser): Account {
  const values = Object.fromEntries(Attributes.map(({ Name = '', Value }) => [Name, Value] as const));
  const { sub, email, name, [markerAttribute]: marker } = attributesSchema.parse(values);
  return { sub, email, name, enabled: Enabled, confirmed: UserStatus === 'CONFIRMED', marker };
}

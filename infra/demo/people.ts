import type { CarrierRole, OperatorRole } from '../../shared/auth/roles.ts';

/** Password of all demo accounts, for a cabinet on this machine only. */
export const demoPassword = 'Demo-cabinet-2026';

/** An operator of the demo. Names and numbers are invented; the check digits of the ИНН are valid. */
export interface DemoOperator {
  readonly id: string;
  readonly name: string;
  /** ИНН of a company that does not exist. */
  readonly taxpayerNumber: string;
  readonly domain: string;
}

export const severtelecom: DemoOperator = {
  id: 'severtelecom',
  name: 'ООО «Севертелеком»',
  taxpayerNumber: '7800000010',
  domain: 'severtelecom.example',
};

export const volgaline: DemoOperator = {
  id: 'volgaline',
  name: 'АО «Волга-Лайн»',
  taxpayerNumber: '6300000027',
  domain: 'volgaline.example',
};

export const demoOperators = [severtelecom, volgaline] as const;

/** A person who can sign in to the demo. */
export interface DemoPerson {
  readonly login: string;
  /** Name that colleagues see; for an operator's people it is the login. */
  readonly name?: string;
  readonly operator?: DemoOperator;
  readonly role: OperatorRole | CarrierRole;
}

const peopleOf = (operator: DemoOperator): DemoPerson[] =>
  (['administrator', 'finance', 'technical'] as const).map((role) => ({
    login: `${role}@${operator.domain}`,
    operator,
    role,
  }));

/** Login of the account manager of both operators. */
export const managerLogin = 'manager@carrier.example';

/** Login of the carrier's administrator. */
export const carrierAdministratorLogin = 'administrator@carrier.example';

export const demoPeople: readonly DemoPerson[] = [
  ...demoOperators.flatMap(peopleOf),
  { login: managerLogin, name: 'Анна Воронцова', role: 'manager' },
  { login: 'support@carrier.example', name: 'Павел Гусев', role: 'support' },
  { login: carrierAdministratorLogin, name: 'Ирина Соколова', role: 'carrier-administrator' },
];

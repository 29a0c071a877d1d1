import type { routes } from '../../functions/operators/routes.ts';
import { otherManagerSub } from './accounts-world.ts';
import type { Samples } from './sample.ts';
import { newOperator, ownOperator } from './world.ts';

const administrator = { as: 'carrier-administrator' } as const;
const mergePatch = { 'if-match': '"1"', 'content-type': 'application/merge-patch+json' };
const idempotent = { 'idempotency-key': '8a4b5d1e-21f5-4f0e-93f2-0c7e3f1f4a54' };

/** A sample of every route about operators. */
export const operatorSamples: Samples<typeof routes> = {
  readHealth: {},
  readMe: { as: 'manager', headers: { 'accept-language': 'en' } },
  changeMe: { as: 'support', body: { language: 'en' } },
  readOperator: { as: 'carrier-administrator', params: { id: ownOperator } },
  transitionOperator: {
    as: 'carrier-administrator',
    params: { id: ownOperator },
    body: { status: 'suspended', reason: 'Задолженность за два месяца' },
  },
  assignOperator: {
    as: 'carrier-administrator',
    params: { id: ownOperator },
    body: { managerSub: otherManagerSub },
  },
  listOperatorHistory: {
    as: 'carrier-administrator',
    params: { id: ownOperator },
    query: { limit: '20' },
  },
  listOrganization: { as: 'manager', query: { limit: '20' } },
  readOrganization: { as: 'finance', params: { id: ownOperator } },
  createOrganization: {
    ...administrator,
    headers: idempotent,
    body: {
      name: 'ООО «Омсклинк»',
      operatorId: 'omsklink',
      organizationIdentification: [
        { identificationType: 'ИНН', identificationId: '5500000079' },
        { identificationType: 'КПП', identificationId: '550001001' },
        { identificationType: 'ОГРН', identificationId: '1265500000072' },
      ],
      contactMedium: [{ mediumType: 'email', characteristic: { emailAddress: 'office@omsklink.example' } }],
    },
  },
  changeOrganization: {
    ...administrator,
    params: { id: ownOperator },
    headers: mergePatch,
    body: {
      name: 'ПАО «Севертелеком»',
      contactMedium: [
        {
          mediumType: 'legalAddress',
          characteristic: { city: 'Мурманск', street1: 'ул. Софьи Перовской, 11' },
        },
      ],
    },
  },
  listPartyRole: { as: 'manager', query: { limit: '20' } },
  readPartyRole: { as: 'finance', params: { id: ownOperator } },
  createPartyRole: {
    ...administrator,
    headers: idempotent,
    body: {
      name: 'customer',
      engagedParty: { id: newOperator, '@referredType': 'Organization' },
      account: [{ id: 'ЛС-100207', name: 'Основной лицевой счёт' }],
      agreement: [{ id: 'МС-2026-207', name: 'Договор о межсетевом взаимодействии' }],
    },
  },
  changePartyRole: {
    ...administrator,
    params: { id: ownOperator },
    headers: mergePatch,
    body: {
      account: [
        { id: 'ЛС-100118', name: 'Основной' },
        { id: 'ЛС-100119', name: 'Интернет' },
      ],
    },
  },
};

import type { Problem } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';

/** Builds a problem of an order. */
export function problem(pointer: string, message: Text): Problem {
  return { pointer, message };
}

/** Messages about items: what is expected. */
export const messages = {
  offeringMissing: {
    ru: 'Укажите предложение: { "id": "…" }',
    en: 'Name the offering: { "id": "…" }',
  },
  noSuchOffering: { ru: 'Такого предложения нет', en: 'There is no such offering' },
  offeringRetired: { ru: 'Предложение снято с продажи', en: 'The offering is retired' },
  offeringNotSellable: {
    ru: 'Отдельно это предложение не заказать',
    en: 'The offering cannot be ordered by itself',
  },
  offeringGone: {
    ru: 'Предложения этой услуги больше нет в каталоге: напишите персональному менеджеру',
    en: 'The offering of this service has left the catalogue: ask your account manager',
  },
  idOfNewService: {
    ru: 'Новая услуга получит id сама; для существующей укажите action modify или delete',
    en: 'A new service gets its id itself; for an existing one the action is modify or delete',
  },
  serviceMissing: { ru: 'Укажите id услуги', en: 'Name the id of the service' },
  noSuchService: { ru: 'Такой услуги нет', en: 'There is no such service' },
  placeMissing: {
    ru: 'Укажите, где предоставить услугу: хотя бы одно место',
    en: 'Say where the service is to be delivered: at least one place',
  },
  placeFixed: {
    ru: 'Место услуги не меняется: закажите новую и отключите эту',
    en: 'The place of a service cannot be changed: order a new one and disconnect this',
  },
  changesNothing: {
    ru: 'Ничего не меняется: укажите хотя бы одну характеристику с новым значением',
    en: 'Nothing changes: name at least one characteristic with another value',
  },
  changesOnlyInModify: {
    ru: 'Характеристики меняет только action modify',
    en: 'Only the action modify changes characteristics',
  },
  quantity: {
    ru: 'Только 1: несколько услуг — это несколько позиций',
    en: 'Only 1: several services are several items',
  },
} as const satisfies Record<string, Text>;

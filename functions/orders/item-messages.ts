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
    en: 'Specify the offering: { "id": "…" }',
  },
  noSuchOffering: { ru: 'Такого предложения нет', en: 'There is no such offering' },
  offeringRetired: { ru: 'Предложение снято с продажи', en: 'The offering is retired' },
  offeringNotSellable: {
    ru: 'Это предложение нельзя заказать отдельно',
    en: 'The offering cannot be ordered by itself',
  },
  offeringGone: {
    ru: 'Предложения этой услуги больше нет в каталоге: напишите персональному менеджеру',
    en: 'The offering of this service is no longer in the catalogue: ask your account manager',
  },
  idOfNewService: {
    ru: 'id новой услуги назначает кабинет; для существующей укажите action modify или delete',
    en: 'The id of a new service is assigned by the cabinet; for an existing one use the action modify or delete',
  },
  serviceMissing: { ru: 'Укажите id услуги', en: 'Specify the id of the service' },
  noSuchService: { ru: 'Такой услуги нет', en: 'There is no such service' },
  placeMissing: {
    ru: 'Укажите, где подключить услугу: хотя бы одно место',
    en: 'Specify where to deliver the service: at least one place',
  },
  placeFixed: {
    ru: 'Место услуги изменить нельзя: закажите новую и отключите эту',
    en: 'The place of a service cannot be changed: order a new one and disconnect this one',
  },
  changesNothing: {
    ru: 'Ничего не меняется: укажите хотя бы одну характеристику с новым значением',
    en: 'Nothing changes: specify at least one characteristic with a new value',
  },
  changesOnlyInModify: {
    ru: 'Характеристики можно изменить только с action modify',
    en: 'Only the modify action can change characteristics',
  },
  quantity: {
    ru: 'Только 1: несколько услуг закажите несколькими позициями',
    en: 'Must be 1: order several services as several items',
  },
} as const satisfies Record<string, Text>;

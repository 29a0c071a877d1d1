import {
  change,
  disconnection,
  ipTransit,
  leasedLine,
  localInterconnection,
  networkPort,
  rackUnits,
  zonalTermination,
} from './ordered-services.ts';
import { severtelecom, volgaline } from './people.ts';
import type { OrderPlay } from './play-orders.ts';

/** A long-standing operator: services of every kind, and an order in every state. */
export async function playSevertelecom(play: OrderPlay): Promise<void> {
  const line = await connect(
    play,
    320,
    'СТ-2026/014',
    leasedLine(1000, 'Санкт-Петербург, Синопская наб., 14', 'Петрозаводск, ул. Дзержинского, 5'),
  );
  await connect(play, 300, 'СТ-2026/019', localInterconnection('SPB-B57', 8));
  await connect(play, 280, 'СТ-2026/022', zonalTermination('SPB-B57', 900_000));
  const transit = await connect(play, 210, 'СТ-2026/031', ipTransit('MSK-M9', 10_000));
  const units = await connect(play, 190, 'СТ-2026/033', rackUnits('MSK-M9', 4));
  await playNetwork(play);

  play.at(60);
  const more = await play.order(severtelecom, {
    externalId: 'СТ-2026/044',
    description: 'Расширение канала под сезонный рост',
    productOrderItem: [change(line, { bandwidth: 2500 })],
  });
  await play.deliver(more, 59, 41);

  play.at(45);
  await play.deliver(
    await play.order(severtelecom, { externalId: 'СТ-2026/047', productOrderItem: [disconnection(units)] }),
    44,
    38,
  );

  play.at(9);
  const working = await play.order(severtelecom, {
    externalId: 'СТ-2026/058',
    requestedCompletionDate: play.date(-30),
    productOrderItem: [leasedLine(100, 'Мурманск, просп. Ленина, 27', 'Санкт-Петербург, Синопская наб., 14')],
  });
  play.at(8);
  await play.step(working, { state: 'inProgress' });
  await play.note('manager', working, 'Проект согласован, заказано оборудование для узла в Мурманске.');
  play.at(3);
  await play.step(working, {
    itemId: '1',
    state: 'inProgress',
    expectedCompletionDate: play.date(-38),
    reason: 'Поставщик перенёс отгрузку трансиверов на неделю',
  });

  play.at(14);
  const asked = await play.order(severtelecom, {
    externalId: 'СТ-2026/055',
    productOrderItem: [networkPort('Архангельск, просп. Троицкий, 52', 200)],
  });
  play.at(13);
  await play.step(asked, { state: 'inProgress' });
  play.at(2);
  await play.step(asked, {
    state: 'pending',
    reason: 'Пришлите контакт того, кто откроет помещение для монтажа',
  });

  play.at(80);
  const held = await play.order(severtelecom, {
    externalId: 'СТ-2026/040',
    productOrderItem: [localInterconnection('NNV-G1', 4)],
  });
  play.at(79);
  await play.step(held, { state: 'inProgress' });
  play.at(50);
  await play.step(held, { state: 'held', reason: 'Ждём ввода транзитного узла после реконструкции' });

  play.at(6);
  await play.order(severtelecom, {
    externalId: 'СТ-2026/060',
    productOrderItem: [change(transit, { committedRate: 20_000 })],
  });
  play.at(0.1);
  await play.order(severtelecom, {
    externalId: 'СТ-2026/063',
    productOrderItem: [networkPort('Вологда, ул. Мира, 82', 100)],
  });

  play.at(120);
  const rejected = await play.order(severtelecom, {
    externalId: 'СТ-2026/038',
    productOrderItem: [ipTransit('KHV-P58', 100_000)],
  });
  play.at(119);
  await play.step(rejected, {
    state: 'rejected',
    reason: 'На узле нет свободных портов такой скорости; предложены узлы в Москве',
  });

  play.at(150);
  const failed = await play.order(severtelecom, {
    externalId: 'СТ-2026/036',
    productOrderItem: [leasedLine(50, 'Нарьян-Мар, ул. Смидовича, 9', 'Архангельск, просп. Троицкий, 52')],
  });
  play.at(149);
  await play.step(failed, { state: 'inProgress' });
  play.at(118);
  await play.step(failed, {
    state: 'failed',
    reason: 'Нет технической возможности: линия проходит по зоне, где запрещены земляные работы',
  });

  play.at(33);
  const cancelled = await play.order(severtelecom, {
    externalId: 'СТ-2026/050',
    productOrderItem: [rackUnits('SPB-B57', 10)],
  });
  play.at(32);
  await play.step(cancelled, { state: 'inProgress' });
  play.at(30);
  await play.askToCancel(severtelecom, cancelled, 'Проект перенесён на следующий год');
  play.at(29);
  await play.step(cancelled, { state: 'pendingCancellation' });
  play.at(28);
  await play.step(cancelled, {
    state: 'cancelled',
    reason: 'Отменена по запросу оператора, работы не начинались',
  });

  play.at(11);
  const assessing = await play.order(severtelecom, {
    externalId: 'СТ-2026/057',
    productOrderItem: [rackUnits('EKB-L51', 2)],
  });
  play.at(10);
  await play.step(assessing, { state: 'inProgress' });
  play.at(1);
  await play.askToCancel(severtelecom, assessing, 'Оборудование разместим в другом узле');
}

/** A private network at three sites in one order, of which one could not be built. */
async function playNetwork(play: OrderPlay): Promise<void> {
  play.at(170);
  const network = await play.order(severtelecom, {
    externalId: 'СТ-2026/035',
    productOrderItem: [
      networkPort('Санкт-Петербург, Лиговский просп., 50', 500, '1'),
      networkPort('Петрозаводск, ул. Дзержинского, 5', 200, '2'),
      networkPort('Сортавала, ул. Карельская, 22', 100, '3'),
    ],
  });
  play.at(169);
  await play.step(network, { state: 'inProgress' });
  play.at(150);
  await play.step(network, { itemId: '1', state: 'completed' });
  await play.step(network, { itemId: '2', state: 'completed' });
  play.at(146);
  await play.step(network, {
    itemId: '3',
    state: 'failed',
    reason: 'В здании нет кабельного ввода, собственник отказал в прокладке',
  });
}

/** Orders one service and delivers it on time. @returns the service's id */
async function connect(
  play: OrderPlay,
  daysAgo: number,
  externalId: string,
  item: Parameters<OrderPlay['order']>[1]['productOrderItem'][number],
): Promise<string> {
  play.at(daysAgo);
  const id = await play.order(severtelecom, { externalId, productOrderItem: [item] });
  const services = await play.deliver(id, daysAgo - 1, daysAgo - 20);
  const service = services.get(item.id);
  if (service === undefined) throw new Error(`The order ${externalId} brought no service`);
  return service;
}

/** An operator for a few weeks: one service, an order in progress, and one that is being cancelled. */
export async function playVolgaline(play: OrderPlay): Promise<void> {
  play.at(40);
  await play.deliver(
    await play.order(volgaline, {
      externalId: 'VL-1',
      productOrderItem: [localInterconnection('SMR-K17', 2)],
    }),
    39,
    12,
  );

  play.at(15);
  const working = await play.order(volgaline, {
    externalId: 'VL-2',
    productOrderItem: [zonalTermination('SMR-K17', 120_000)],
  });
  play.at(14);
  await play.step(working, { state: 'inProgress' });
  await play.note(volgaline, working, 'Просим предупредить за день до включения.');

  play.at(7);
  const cancelling = await play.order(volgaline, {
    externalId: 'VL-3',
    productOrderItem: [leasedLine(10, 'Самара, Московское ш., 17', 'Тольятти, ул. Юбилейная, 31')],
  });
  play.at(6);
  await play.step(cancelling, { state: 'inProgress' });
  play.at(2);
  await play.askToCancel(volgaline, cancelling, 'Нашли собственную трассу');
  play.at(1);
  await play.step(cancelling, { state: 'pendingCancellation' });
}

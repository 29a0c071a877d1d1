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
import type { DemoOrders } from './demo-orders.ts';

/** A long-standing operator: services of every kind, and an order in every state. */
export async function seedSevertelecomOrders(orders: DemoOrders): Promise<void> {
  const line = await connect(
    orders,
    320,
    'СТ-2026/014',
    leasedLine(1000, 'Санкт-Петербург, Синопская наб., 14', 'Петрозаводск, ул. Дзержинского, 5'),
  );
  await connect(orders, 300, 'СТ-2026/019', localInterconnection('SPB-B57', 8));
  await connect(orders, 280, 'СТ-2026/022', zonalTermination('SPB-B57', 900_000));
  const transit = await connect(orders, 210, 'СТ-2026/031', ipTransit('MSK-M9', 10_000));
  const units = await connect(orders, 190, 'СТ-2026/033', rackUnits('MSK-M9', 4));
  await orderNetwork(orders);

  orders.at(60);
  const more = await orders.order(severtelecom, {
    externalId: 'СТ-2026/044',
    description: 'Расширение канала под сезонный рост',
    productOrderItem: [change(line, { bandwidth: 2500 })],
  });
  await orders.deliver(more, 59, 41);

  orders.at(45);
  await orders.deliver(
    await orders.order(severtelecom, { externalId: 'СТ-2026/047', productOrderItem: [disconnection(units)] }),
    44,
    38,
  );

  orders.at(9);
  const working = await orders.order(severtelecom, {
    externalId: 'СТ-2026/058',
    requestedCompletionDate: orders.date(-30),
    productOrderItem: [leasedLine(100, 'Мурманск, просп. Ленина, 27', 'Санкт-Петербург, Синопская наб., 14')],
  });
  orders.at(8);
  await orders.step(working, { state: 'inProgress' });
  await orders.note('manager', working, 'Проект согласован, заказано оборудование для узла в Мурманске.');
  orders.at(3);
  await orders.step(working, {
    itemId: '1',
    state: 'inProgress',
    expectedCompletionDate: orders.date(-38),
    reason: 'Поставщик перенёс отгрузку трансиверов на неделю',
  });

  orders.at(14);
  const questioned = await orders.order(severtelecom, {
    externalId: 'СТ-2026/055',
    productOrderItem: [networkPort('Архангельск, просп. Троицкий, 52', 200)],
  });
  orders.at(13);
  await orders.step(questioned, { state: 'inProgress' });
  orders.at(2);
  await orders.step(questioned, {
    state: 'pending',
    reason: 'Пришлите контакт того, кто откроет помещение для монтажа',
  });

  orders.at(80);
  const onHold = await orders.order(severtelecom, {
    externalId: 'СТ-2026/040',
    productOrderItem: [localInterconnection('NNV-G1', 4)],
  });
  orders.at(79);
  await orders.step(onHold, { state: 'inProgress' });
  orders.at(50);
  await orders.step(onHold, { state: 'held', reason: 'Ждём ввода транзитного узла после реконструкции' });

  orders.at(6);
  await orders.order(severtelecom, {
    externalId: 'СТ-2026/060',
    productOrderItem: [change(transit, { committedRate: 20_000 })],
  });
  orders.at(0.1);
  await orders.order(severtelecom, {
    externalId: 'СТ-2026/063',
    productOrderItem: [networkPort('Вологда, ул. Мира, 82', 100)],
  });

  orders.at(120);
  const rejected = await orders.order(severtelecom, {
    externalId: 'СТ-2026/038',
    productOrderItem: [ipTransit('KHV-P58', 100_000)],
  });
  orders.at(119);
  await orders.step(rejected, {
    state: 'rejected',
    reason: 'На узле нет свободных портов такой скорости; предложены узлы в Москве',
  });

  orders.at(150);
  const failed = await orders.order(severtelecom, {
    externalId: 'СТ-2026/036',
    productOrderItem: [leasedLine(50, 'Нарьян-Мар, ул. Смидовича, 9', 'Архангельск, просп. Троицкий, 52')],
  });
  orders.at(149);
  await orders.step(failed, { state: 'inProgress' });
  orders.at(118);
  await orders.step(failed, {
    state: 'failed',
    reason: 'Нет технической возможности: линия проходит по зоне, где запрещены земляные работы',
  });

  orders.at(33);
  const cancelled = await orders.order(severtelecom, {
    externalId: 'СТ-2026/050',
    productOrderItem: [rackUnits('SPB-B57', 10)],
  });
  orders.at(32);
  await orders.step(cancelled, { state: 'inProgress' });
  orders.at(30);
  await orders.askToCancel(severtelecom, cancelled, 'Проект перенесён на следующий год');
  orders.at(29);
  await orders.step(cancelled, { state: 'pendingCancellation' });
  orders.at(28);
  await orders.step(cancelled, {
    state: 'cancelled',
    reason: 'Отменена по запросу оператора, работы не начинались',
  });

  orders.at(11);
  const assessing = await orders.order(severtelecom, {
    externalId: 'СТ-2026/057',
    productOrderItem: [rackUnits('EKB-L51', 2)],
  });
  orders.at(10);
  await orders.step(assessing, { state: 'inProgress' });
  orders.at(1);
  await orders.askToCancel(severtelecom, assessing, 'Оборудование разместим в другом узле');
}

/** A private network at three sites in one order, of which one could not be built. */
async function orderNetwork(orders: DemoOrders): Promise<void> {
  orders.at(170);
  const network = await orders.order(severtelecom, {
    externalId: 'СТ-2026/035',
    productOrderItem: [
      networkPort('Санкт-Петербург, Лиговский просп., 50', 500, '1'),
      networkPort('Петрозаводск, ул. Дзержинского, 5', 200, '2'),
      networkPort('Сортавала, ул. Карельская, 22', 100, '3'),
    ],
  });
  orders.at(169);
  await orders.step(network, { state: 'inProgress' });
  orders.at(150);
  await orders.step(network, { itemId: '1', state: 'completed' });
  await orders.step(network, { itemId: '2', state: 'completed' });
  orders.at(146);
  await orders.step(network, {
    itemId: '3',
    state: 'failed',
    reason: 'В здании нет кабельного ввода, собственник отказал в прокладке',
  });
}

/** Orders one service and delivers it on time. @returns the service's id */
async function connect(
  orders: DemoOrders,
  daysAgo: number,
  externalId: string,
  item: Parameters<DemoOrders['order']>[1]['productOrderItem'][number],
): Promise<string> {
  orders.at(daysAgo);
  const id = await orders.order(severtelecom, { externalId, productOrderItem: [item] });
  const services = await orders.deliver(id, daysAgo - 1, daysAgo - 20);
  const service = services.get(item.id);
  if (service === undefined) throw new Error(`The order ${externalId} brought no service`);
  return service;
}

/** An operator for a few weeks: one service, an order in progress, and one that is being cancelled. */
export async function seedVolgalineOrders(orders: DemoOrders): Promise<void> {
  orders.at(40);
  await orders.deliver(
    await orders.order(volgaline, {
      externalId: 'VL-1',
      productOrderItem: [localInterconnection('SMR-K17', 2)],
    }),
    39,
    12,
  );

  orders.at(15);
  const working = await orders.order(volgaline, {
    externalId: 'VL-2',
    productOrderItem: [zonalTermination('SMR-K17', 120_000)],
  });
  orders.at(14);
  await orders.step(working, { state: 'inProgress' });
  await orders.note(volgaline, working, 'Просим предупредить за день до включения.');

  orders.at(7);
  const cancelling = await orders.order(volgaline, {
    externalId: 'VL-3',
    productOrderItem: [leasedLine(10, 'Самара, Московское ш., 17', 'Тольятти, ул. Юбилейная, 31')],
  });
  orders.at(6);
  await orders.step(cancelling, { state: 'inProgress' });
  orders.at(2);
  await orders.askToCancel(volgaline, cancelling, 'Нашли собственную трассу');
  orders.at(1);
  await orders.step(cancelling, { state: 'pendingCancellation' });
}

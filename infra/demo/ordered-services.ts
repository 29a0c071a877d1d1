import type * as z from 'zod';
import type { routes } from '../../functions/orders/routes.ts';

type OrderBody = z.input<typeof routes.createProductOrder.body>;
type Item = OrderBody['productOrderItem'][number];
type Values = Readonly<Record<string, string | number | boolean>>;

/** An item that orders an offering with these characteristic values. */
function connection(
  offeringId: string,
  values: Values,
  places: readonly { readonly role: string; readonly name: string }[],
  id = '1',
): Item {
  return {
    id,
    action: 'add',
    productOffering: { id: offeringId },
    product: { productCharacteristic: characteristicsOf(values), place: [...places] },
  };
}

/** An item that changes some characteristics of a service. */
export function change(productId: string, values: Values): Item {
  return {
    id: '1',
    action: 'modify',
    product: { id: productId, productCharacteristic: characteristicsOf(values) },
  };
}

/** An item that terminates a service. */
export function disconnection(productId: string): Item {
  return { id: '1', action: 'delete', product: { id: productId } };
}

function characteristicsOf(values: Values) {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** A leased line between two addresses. */
export function leasedLine(bandwidth: number, from: string, to: string): Item {
  return connection(
    'leased-line',
    { bandwidth, endPointA: from, endPointB: to, protection: 'linear', availability: '99.90' },
    [
      { role: 'endPointA', name: from },
      { role: 'endPointB', name: to },
    ],
  );
}

/** A port of a private network at an address. */
export function networkPort(address: string, bandwidth: number, id = '1'): Item {
  return connection(
    'l3vpn',
    { networkName: 'corporate', bandwidth, serviceProfile: 'business' },
    [{ role: 'installation', name: address }],
    id,
  );
}

/** IP transit at a node. */
export function ipTransit(node: string, committedRate: number): Item {
  return connection(
    'ip-transit',
    { node, committedRate, autonomousSystem: 'AS64500', interface: '10GBASE-LR' },
    [{ role: 'node', name: node }],
  );
}

/** A point of interconnection at the local level. */
export function localInterconnection(pointOfInterconnection: string, e1Streams: number): Item {
  return connection('interconnection-local', { pointOfInterconnection, e1Streams, sessions: 0 }, [
    { role: 'pointOfInterconnection', name: pointOfInterconnection },
  ]);
}

/** Call termination in the zone of a point of interconnection. */
export function zonalTermination(pointOfInterconnection: string, expectedTraffic: number): Item {
  return connection('termination-zonal', { pointOfInterconnection, expectedTraffic }, [
    { role: 'pointOfInterconnection', name: pointOfInterconnection },
  ]);
}

/** Rack units at a node. */
export function rackUnits(node: string, units: number): Item {
  return connection(
    'colocation-unit',
    { node, units, powerDemand: 400, equipment: 'Маршрутизатор, мультиплексор' },
    [{ role: 'node', name: node }],
  );
}

/** Partition of what an account manager has to do, in the index of work queues. */
export function queuePartition(managerSub: string, entity: 'ORDER' | 'CANCELLATION'): string {
  return `MANAGER#${managerSub}#${entity}`;
}

/** Brings everything that was written into late indexes (`startLateIndexes`), as if their delay had passed. */
export async function catchUpIndexes(endpoint: string): Promise<void> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'LocalStack.CatchUpIndexes' },
    body: '{}',
  });
  if (!response.ok) throw new Error(`Indexes do not catch up: ${response.status} ${await response.text()}`);
}

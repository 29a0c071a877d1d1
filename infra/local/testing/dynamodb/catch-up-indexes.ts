/** Brings what was written to a table into its late indexes (`startLateIndexes`), as if their delay had passed. */
export async function catchUpIndexes(endpoint: string, TableName: string): Promise<void> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'LocalStack.CatchUpIndexes' },
    body: JSON.stringify({ TableName }),
  });
  if (!response.ok) throw new Error(`Indexes do not catch up: ${response.status} ${await response.text()}`);
}

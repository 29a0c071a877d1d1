/** The part of a viewer-request event that our functions read. */
export interface ViewerRequestEvent {
  readonly viewer: { readonly ip: string };
  readonly request: ViewerRequest;
}

export interface ViewerRequest {
  uri: string;
  headers: Record<string, { value: string }>;
}

/** The event of a viewer-request function, as far as ours read it. */
export interface ViewerRequestEvent {
  readonly viewer: { readonly ip: string };
  readonly request: ViewerRequest;
}

export interface ViewerRequest {
  uri: string;
  headers: Record<string, { value: string }>;
}

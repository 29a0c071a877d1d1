/** What CloudFront hands to a viewer-request function, as far as ours look at it. */
export interface ViewerRequestEvent {
  readonly viewer: { readonly ip: string };
  readonly request: ViewerRequest;
}

export interface ViewerRequest {
  uri: string;
  headers: Record<string, { value: string }>;
}

/**
 * A value of the template that the local stack cannot resolve: an unknown reference, attribute, parameter or secret.
 */
export class UnresolvableError extends Error {
  override readonly name = 'UnresolvableError';
}

/** Something that the application uses in the cloud and the local stack does not support. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
}

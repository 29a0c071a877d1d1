import { Component, type ReactNode, Suspense } from 'react';
import { NotLoaded } from './lazy.ts';
import { PartFailed } from './part-failed.tsx';

interface PartProps {
  readonly children: ReactNode;
  /** Stands there until the part has come. */
  readonly fallback?: ReactNode;
}

/**
 * A part of the pages whose script is loaded when it is wanted. Where it does not come, a notice says so over the page,
 * which stays as it is: nothing typed is lost.
 */
export class Part extends Component<PartProps, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error instanceof NotLoaded) return <PartFailed />;
    // Other errors are for the error boundary around, whatever was thrown.
    // oxlint-disable-next-line typescript/only-throw-error
    if (error !== undefined) throw error;
    return <Suspense fallback={this.props.fallback}>{this.props.children}</Suspense>;
  }
}

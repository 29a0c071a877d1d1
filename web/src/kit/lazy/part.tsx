import { Component, type ReactNode, Suspense } from 'react';
import { NotLoaded } from './lazy.ts';
import { PartFailed } from './part-failed.tsx';

interface PartProps {
  readonly children: ReactNode;
  /** Shown until the part is loaded. */
  readonly fallback?: ReactNode;
}

/**
 * A part of a page whose script is loaded on demand. If that fails, a message is shown over the page, which keeps its
 * state: no input is lost.
 */
export class Part extends Component<PartProps, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error instanceof NotLoaded) return <PartFailed />;
    // Other errors are for the surrounding error boundary.
    // oxlint-disable-next-line typescript/only-throw-error
    if (error !== undefined) throw error;
    return <Suspense fallback={this.props.fallback}>{this.props.children}</Suspense>;
  }
}

import { readFileSync } from 'node:fs';
import { Function, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { transformSync } from 'esbuild';

/** A function of infra/edge/, which CloudFront runs for every request of the behaviours that use it. */
export class ViewerRequestFunction extends Function {
  /** @param name name of the file, without its extension */
  constructor(scope: Construct, id: string, name: string) {
    const source = readFileSync(new URL(`../edge/${name}.ts`, import.meta.url), 'utf8');
    // CloudFront supports neither types nor modules: it calls the global function `handler`.
    const { code } = transformSync(source, { loader: 'ts', target: 'es2020' });
    super(scope, id, {
      code: FunctionCode.fromInline(code.replace(/^export /m, '')),
      runtime: FunctionRuntime.JS_2_0,
    });
  }
}

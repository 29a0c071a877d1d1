import {
  type HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { isSignedIn, type Routes } from '../../shared/http/route.ts';
import { acknowledge } from '../nag.ts';

/** Scope of every access token of a signed-in user; ID tokens have no scopes. */
const accessTokenScope = 'aws.cognito.signin.user.admin';

interface HttpRoutesProps {
  readonly api: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;
  readonly handler: IFunction;
  readonly routes: Routes;
}

/** Registers a capability's routes one by one: the gateway answers 404 for everything that no contract lists. */
export class HttpRoutes extends Construct {
  constructor(scope: Construct, id: string, { api, authorizer, handler, routes }: HttpRoutesProps) {
    super(scope, id);
    // One permission for the whole API: with one per route, the policy would exceed Lambda's limit of 20 KB.
    const integration = new HttpLambdaIntegration('Integration', handler, { scopePermissionToRoute: false });
    for (const [routeId, contract] of Object.entries(routes)) {
      const { method, path } = contract;
      const common = { httpApi: api, routeKey: HttpRouteKey.with(path, HttpMethod[method]), integration };
      if (!isSignedIn(contract)) {
        const route = new HttpRoute(this, routeId, { ...common, authorizer: new HttpNoneAuthorizer() });
        acknowledge(route, 'AwsSolutions-APIG4', 'The contract says that it is called without signing in.');
      } else {
        new HttpRoute(this, routeId, { ...common, authorizer, authorizationScopes: [accessTokenScope] });
      }
    }
  }
}

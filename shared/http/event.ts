import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** What the HTTP API hands to a function (payload format 2.0), with the claims that its JWT authorizer adds. */
export type HttpEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: { readonly authorizer?: { readonly jwt?: { readonly claims?: unknown } } };
};

export type HttpResult = APIGatewayProxyStructuredResultV2;

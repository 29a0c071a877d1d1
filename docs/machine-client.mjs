import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
const { CABINET, LOGIN: Username, PASSWORD: Password } = process.env;
const {
  region,
  userPoolId: UserPoolId,
  userPoolClientId: ClientId,
  userPoolEndpoint: endpoint,
} = await (await fetch(`${CABINET}/config.json`)).json();
const user = new CognitoUser({ Username, Pool: new CognitoUserPool({ UserPoolId, ClientId, endpoint }) });
const session = await new Promise((onSuccess, onFailure) =>
  user.authenticateUser(new AuthenticationDetails({ Username, Password }), { onSuccess, onFailure }),
);
let tokens = {
  AccessToken: session.getAccessToken().getJwtToken(),
  RefreshToken: session.getRefreshToken().getToken(),
};
const refresh = async () =>
  (
    await new CognitoIdentityProvider({ region, endpoint }).getTokensFromRefreshToken({
      ClientId,
      RefreshToken: tokens.RefreshToken,
    })
  ).AuthenticationResult;
const call = () =>
  fetch(`${CABINET}/tmf-api/productInventory/v4/product`, {
    headers: { authorization: `Bearer ${tokens.AccessToken}` },
  });
let answer = await call();
if (answer.status === 401) answer = ((tokens = { ...tokens, ...(await refresh()) }), await call());
console.log(answer.status, await answer.text());

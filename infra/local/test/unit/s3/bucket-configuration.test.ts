import { describe, expect, it } from 'vitest';
import { bucketPropertiesSchema } from '../../../s3/settings.ts';
import { configureFromTemplate } from '../../../s3/storage/bucket-configuration.ts';

const configure = (properties: unknown) => configureFromTemplate(bucketPropertiesSchema.parse(properties));

describe("a bucket's properties in a CloudFormation template", () => {
  it('configure versioning, CORS and EventBridge notifications', () => {
    const properties = {
      BucketEncryption: { ServerSideEncryptionConfiguration: [] },
      VersioningConfiguration: { Status: 'Enabled' },
      CorsConfiguration: {
        CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: ['https://app.example'], MaxAge: '300' }],
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: 'true' } },
    };
    expect(configure(properties)).toEqual({
      versioning: 'Enabled',
      cors: [
        {
          allowedOrigins: ['https://app.example'],
          allowedMethods: ['POST'],
          allowedHeaders: [],
          exposedHeaders: [],
          maxAgeSeconds: 300,
        },
      ],
      notifiesEventBridge: true,
      objectLock: false,
      defaultRetention: undefined,
    });
  });

  it('have defaults', () => {
    expect(configure({})).toMatchObject({ versioning: undefined, cors: [], notifiesEventBridge: false });
  });

  it('imply versioning by an object lock, and convert its years to days', () => {
    const properties = {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 5 } },
      },
    };
    expect(configure(properties)).toMatchObject({
      versioning: 'Enabled',
      objectLock: true,
      defaultRetention: { mode: 'COMPLIANCE', days: 1825 },
    });
  });
});

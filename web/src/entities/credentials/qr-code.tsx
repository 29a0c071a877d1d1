import { Center } from '@mantine/core';
import QRCode from 'react-qr-code';

/** A QR code on white in either scheme: scanners need the contrast. */
export default function QrCode({ value }: { value: string }) {
  return (
    <Center bg="white" p="md" style={{ borderRadius: 8 }}>
      <QRCode value={value} size={176} />
    </Center>
  );
}

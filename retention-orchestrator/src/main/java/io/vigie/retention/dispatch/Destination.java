package io.vigie.retention.dispatch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Whether an address may be posted to: not into the house itself, whoever registered it. */
final class Destination {
    private static final int FIRST_BYTE = 0xff;

    private Destination() {}

    /**
     * Why not; none where it may be.
     *
     * @param within whether the company's own network is meant as well, without encryption too
     */
    static Optional<String> barred(URI url, boolean within) {
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            return Optional.of("it must be an address such as https://example.com/hooks");
        }
        boolean fitting = "https".equals(url.getScheme()) || (within && "http".equals(url.getScheme()));
        if (!fitting) {
            return Optional.of("it must begin with https://");
        }
        return within ? Optional.empty() : barred(url.getHost());
    }

    private static Optional<String> barred(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isWithin(address)) {
                    return Optional.of(
                            "it lies in a private network; vigie.webhooks.private-networks=true allows that");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("its host is not known");
        }
    }

    /** Loopback, link-local (where clouds keep their metadata), private, shared and multicast addresses. */
    static boolean isWithin(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & FIRST_BYTE;
        int second = bytes[1] & FIRST_BYTE;
        boolean six = address instanceof Inet6Address;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (six && (first & 0xfe) == 0xfc)
                || (six && (first == 0 || (first == 0x20 && second == 0x02)))
                || (!six && (first == 0 || first >= 240 || (first == 100 && (second & 0xc0) == 64)));
    }
}

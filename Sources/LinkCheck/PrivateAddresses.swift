/// Which addresses lead into a network of one's own, or nowhere at all.
///
/// Pages are written by others; a link on one must not make the checker ask a machine that only its
/// own network can reach. The blocks are those of the IANA registries of special-purpose addresses.
enum PrivateAddresses {
  /// Whether an address is one that nobody on the public network could reach in the same way.
  static func contain(_ address: IPAddress) -> Bool {
    if let mapped = address.unmapped { return contain(mapped) }
    if blocks.contains(where: { $0.contains(address) }) { return true }
    return address.carried.contains { contain($0) }
  }

  private static let blocks = texts.compactMap(AddressBlock.init)

  static let texts = [
    "0.0.0.0/8",  // this network
    "10.0.0.0/8",  // private
    "100.64.0.0/10",  // behind a provider's translation
    "127.0.0.0/8",  // loopback
    "169.254.0.0/16",  // link-local, where clouds keep their secrets
    "172.16.0.0/12",  // private
    "192.0.0.0/24",  // protocol assignments
    "192.0.2.0/24",  // documentation
    "192.88.99.0/24",  // 6to4 relays
    "192.168.0.0/16",  // private
    "198.18.0.0/15",  // benchmarks
    "198.51.100.0/24",  // documentation
    "203.0.113.0/24",  // documentation
    "224.0.0.0/4",  // multicast
    "240.0.0.0/4",  // reserved, broadcast
    "::/96",  // unspecified, loopback, IPv4-compatible
    "64:ff9b:1::/48",  // translation inside one network
    "100::/64",  // discarded
    "2001:2::/48",  // benchmarks
    "2001:10::/28", "2001:20::/28",  // hashes, not places
    "2001:db8::/32", "3fff::/20",  // documentation
    "5f00::/16",  // segment routing
    "fc00::/7",  // unique local
    "fe80::/10",  // link-local
    "fec0::/10",  // site-local
    "ff00::/8",  // multicast
  ]
}

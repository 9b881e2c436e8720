#!/usr/bin/env bash
# Builds, without any registry, two images that Testcontainers' Kafka and MinIO modules can start: our broker and store jars on a
# Java runtime from this machine. Needs a built checkout, podman or docker, and busybox-static. See README.md.
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd ../.. && pwd)
. "$home/.mvn/tools/jdk.sh"
find_jdk
engine=${CONTAINER_ENGINE:-podman}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root

# Copies programs with the libraries that they are linked to.
install_linked() {
  for file in "$@"; do
    { echo "$file"; ldd "$file" 2>/dev/null | grep -o '/[^ ]*' || true; }
  done | sort -u | while read -r path; do
    case $path in "$root"*) ;; *) cp -L --parents "$path" "$root" ;; esac
  done
}

mkdir -p "$root"/{bin,opt,data,etc,usr/bin,etc/kafka/docker,opt/kafka,opt/store/lib} "$work"
mkdir -m 1777 "$root/tmp"
echo 'root:x:0:0:root:/root:/bin/bash' > "$root/etc/passwd"
cp "$(command -v busybox)" "$root/bin/busybox"
for tool in sh cat chmod chown echo env ls mkdir sleep tr; do ln -s busybox "$root/bin/$tool"; done
ln -s /bin/env "$root/usr/bin/env"
"$JAVA_HOME/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.zipfs --strip-debug --no-man-pages --no-header-files \
  --output "$root/opt/java"
cpp=$(ldconfig -p | sed -n 's|.*=> \(.*libstdc++.so.6\)$|\1|p' | head -1)
install_linked "$(readlink -f /bin/bash)" "$cpp" $(find "$root/opt/java" -name '*.so' -o -path '*/bin/java')
mkdir -p "$root/bin" && cp -L /bin/bash "$root/bin/bash"
cp -r "$home/deploy/local/broker/target/lib" "$root/opt/kafka/lib"
cp -r "$home/deploy/local/store/target/lib" "$home/deploy/local/store/target/classes" "$root/opt/store/"
install -m 755 kafka-run "$root/etc/kafka/docker/run"
install -m 755 store-run "$root/opt/store/run"

tar -C "$root" -c . | "$engine" import - pressline-test-base:local > /dev/null
image() {
  { echo "FROM pressline-test-base:local" && cat; } > "$work/Dockerfile"
  "$engine" build -q -t "$1" -f "$work/Dockerfile" "$work/empty" > /dev/null
}
mkdir "$work/empty"
image pressline-test-kafka:local << 'LINES'
ENV CLUSTER_ID=5L6g3nShT-eMCtK--X86sw PATH=/opt/java/bin:/bin:/usr/bin
EXPOSE 9092
CMD ["/etc/kafka/docker/run"]
LINES
image pressline-test-store:local << 'LINES'
EXPOSE 9000 9001
ENTRYPOINT ["/opt/store/run"]
LINES
echo "pressline-test-kafka:local and pressline-test-store:local are there"

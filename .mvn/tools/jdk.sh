# Finds a JDK of version 21 or newer, the newest there is, and exports it as JAVA_HOME. Sourced by ./test and deploy/local/pressline.

PRESSLINE_MIN_JDK=21

jdk_version() {
  [ -x "$1/bin/javac" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_jdk() {
  local best="" best_version=0 home version on_path
  on_path=$(readlink -f "$(command -v javac)" 2>/dev/null) || on_path=""
  for home in "${JAVA_HOME:-}" "${on_path%/bin/javac}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/*; do
    version=$(jdk_version "$home") || continue
    [ -n "$version" ] || continue
    if [ "$version" -gt "$best_version" ]; then best=$home best_version=$version; fi
  done
  if [ "$best_version" -lt "$PRESSLINE_MIN_JDK" ]; then
    echo "pressline: needs a JDK of version $PRESSLINE_MIN_JDK or newer: install one (for example Temurin 25) or point JAVA_HOME at it" >&2
    return 1
  fi
  export JAVA_HOME=$best
}

<?xml version="1.0" encoding="UTF-8"?>
<!-- For the tests: the normalized document itself. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:v="urn:verbale:xslt">
  <xsl:import href="../../xslt/normalize.xsl"/>
  <xsl:template match="/">
    <xsl:apply-templates mode="v:normalized"/>
  </xsl:template>
</xsl:stylesheet>
